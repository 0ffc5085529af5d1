import { contactEventExample } from '../../../shared/contracts/connect/contact-events.ts'
import { flowEventExample, task } from '../../../shared/contracts/connect/flow-events.ts'

const { ContactData, Parameters } = flowEventExample.Details

const flowEvent = (parameters: object) => ({ ...flowEventExample, Details: { ContactData, Parameters: { ...Parameters, ...parameters } } })

/** An event for each function that is not asked over HTTP: the example of its contract, by the name of the function. */
export const exampleEvents: Readonly<Record<string, unknown>> = {
  'route-contact': flowEventExample,
  'promise-callback': flowEvent({
    task: task.promiseCallback,
    language: 'nl',
    number: '+32470123456',
    reason: 'closed',
    mayOthersAnswer: 'no',
  }),
  'queue-position': flowEvent({ task: task.queuePosition, language: 'nl' }),
  'record-contact': { Records: [{ messageId: 'example', body: JSON.stringify(contactEventExample) }] },
  'apply-roster': {},
  'apply-hours': {},
  'watch-line': {},
  'send-notices': {},
}
