import './node-version.mjs'
import { PlainError } from './machine/plain-error.ts'
import { requestFrom } from './start-flags.ts'

/** `npm start`: the whole line on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const began = performance.now()
  const options = requestFrom(process.argv.slice(2))
  // Loaded after the flags were read: a typing error in a flag is told at once.
  const { startLocalLine } = await import('./local-line.ts')
  const { clockNow } = await import('./machine/local-clock.ts')
  const stopping = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.resolve())
  const localLine = await startLocalLine(options)
  const { product, school, aws } = localLine.origins
  console.log(`
  Everything   ${product}/
  School page  ${school}/
  Telephone    ${aws}/phone
  Workspace    ${aws}/workspace
  Duty desk    ${product}/desk/

  Line time    ${clockNow(localLine.clock).wall} (Brussels)
  Kept in      ${options.data}
  Event seed   ${localLine.seed}
  Stop with Ctrl-C

ready in ${((performance.now() - began) / 1000).toFixed(1)} s
`)
  // The roster reaches Connect two requests a second, as in AWS: nobody has to wait for that.
  void localLine.bus.runSchedules()
  await stopping.promise
  await localLine.stop()
}

main().catch((error: unknown) => {
  // What can be expected to go wrong is one sentence; anything else is a fault of ours and keeps its stack.
  console.error(error instanceof PlainError ? error.message : error)
  process.exitCode = 1
})
