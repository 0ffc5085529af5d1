// The true last line of a run: tests passed and failed, summed from the runner's own reports. A file that could not be loaded counts as one
// failure, although no test of it ran; so does a run that left no report.
import { readFileSync } from 'node:fs'

const counts = process.argv.slice(2).map(countOf)
const sum = (of) => counts.reduce((total, count) => total + count[of], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1

function countOf(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    const isUnloaded = (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
    return { passed: report.numPassedTests, failed: report.numFailedTests + report.testResults.filter(isUnloaded).length }
  } catch (error) {
    console.error(`${path} tells nothing: ${error.message}`)
    return { passed: 0, failed: 1 }
  }
}
