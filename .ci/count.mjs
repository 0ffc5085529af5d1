// The true last line of a run: tests passed and failed, summed from the runner's own report. A file that could not be loaded
// counts as one failure, although no test of it ran.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const unloaded = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
console.log(`${report.numPassedTests} passed, ${report.numFailedTests + unloaded.length} failed`)
