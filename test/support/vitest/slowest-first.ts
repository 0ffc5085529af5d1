import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Each of these drives a whole line, most of them with a browser, for half a minute and more. A short file of them that starts last would run
// alone at the end, while the other workers have nothing left to do.
const slow = [/\/test\/journeys\//, /\/test\/web-widget\/(desk|chat)\//, /\/test\/scenarios\//, /\/test\/local\//]

/** The order of the test files: what takes longest by experience begins first, the rest as vitest orders it. */
export default class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => slow.findIndex((folder) => folder.test(moduleId))
    return [...slow.keys(), -1].flatMap((wanted) => sorted.filter((file) => rank(file) === wanted))
  }
}
