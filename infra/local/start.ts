import './node-version.mjs'
import { PlainError } from './machine/plain-error.ts'
import { optionsFrom } from './start-flags.ts'

/** `npm start`: runs the whole line on this machine until Ctrl-C. */
async function main(): Promise<void> {
  const began = performance.now()
  const options = optionsFrom(process.argv.slice(2))
  // Imported after the flags were parsed, so that an invalid flag is reported at once.
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
  // Applying the roster takes a while at Connect's two requests a second, so the start does not wait for it.
  void localLine.bus.runSchedules()
  await stopping.promise
  await localLine.stop()
}

main().catch((error: unknown) => {
  // An expected error is printed as one sentence; any other is a defect and is printed with its stack trace.
  console.error(error instanceof PlainError ? error.message : error)
  process.exitCode = 1
})
