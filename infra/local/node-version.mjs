// Plain JavaScript, loaded before anything else: an older Node cannot even read the TypeScript that would tell it so.
if (!process.features.typescript) {
  console.error(`The line needs Node 24 (22.18 at least), and this is Node ${process.versions.node}: install it, or run \`npm ci\` and then \`npm start\`.`)
  process.exit(1)
}
