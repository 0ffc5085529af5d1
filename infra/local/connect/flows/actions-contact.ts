import { failure, type Outcome } from './branches.ts'
import { publishEvent } from '../model/contact-events.ts'
import { updateAttributes } from '../routing/contacts.ts'
import { changed } from '../model/exchange.ts'
import { filledInDeep, scopeOf } from './json-path.ts'
import { attributesProblem } from '../model/limits.ts'
import { type Act, mapParameter, parameter, type Step } from './step.ts'

const maxTags = 6

/** The texts of a map parameter, with references resolved. */
function texts(step: Step, name: string): Record<string, string> {
  const values = filledInDeep(mapParameter(step, name), scopeOf(step.exchange, step.run.contact))
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, typeof value === 'string' ? value : '']))
}

function updateContactAttributes(step: Step): Outcome {
  const attributes = texts(step, 'Attributes')
  if (attributesProblem({ ...step.run.contact.attributes, ...attributes }) !== null) return failure()
  updateAttributes(step.exchange, step.run.contact, attributes)
  return { kind: 'done' }
}

/** UpdateFlowAttributes: values have the form `{ Value }` and last until the end of this flow. */
function updateFlowAttributes(step: Step): Outcome {
  const scope = scopeOf(step.exchange, step.run.contact)
  for (const [key, wrapped] of Object.entries(mapParameter(step, 'FlowAttributes'))) {
    if (wrapped === null || typeof wrapped !== 'object' || !('Value' in wrapped)) return failure()
    step.run.contact.flowAttributes[key] = String(filledInDeep(wrapped.Value, scope))
  }
  return { kind: 'done' }
}

function describeContact(step: Step): Outcome {
  const { contact } = step.run
  contact.languageCode = parameter(step, 'LanguageCode') ?? contact.languageCode
  contact.name = parameter(step, 'Name') ?? contact.name
  contact.description = parameter(step, 'Description') ?? contact.description
  contact.customerId = parameter(step, 'CustomerId') ?? contact.customerId
  const references = filledInDeep(mapParameter(step, 'References'), scopeOf(step.exchange, contact))
  for (const [key, reference] of Object.entries(references ?? {})) {
    if (reference !== null && typeof reference === 'object' && 'Value' in reference) contact.references[key] = String(reference.Value)
  }
  changed(step.exchange, contact)
  return { kind: 'done' }
}

function updateVoice(step: Step): Outcome {
  const { contact } = step.run
  if (contact.channel !== 'VOICE') return failure()
  contact.voiceId = parameter(step, 'TextToSpeechVoice') ?? contact.voiceId
  return { kind: 'done' }
}

function tagContact(step: Step): Outcome {
  const { contact } = step.run
  const tags = { ...contact.tags, ...texts(step, 'Tags') }
  if (Object.keys(tags).length > maxTags || Object.keys(tags).some((key) => key.startsWith('aws:'))) return failure()
  contact.tags = tags
  return tagsChanged(step)
}

function untagContact(step: Step): Outcome {
  const keys = step.action.Parameters['TagKeys']
  if (!Array.isArray(keys)) return failure()
  for (const key of keys) delete step.run.contact.tags[String(key)]
  return tagsChanged(step)
}

function tagsChanged({ exchange, run }: Step): Outcome {
  changed(exchange, run.contact)
  publishEvent(exchange, run.contact, { type: 'CONTACT_DATA_UPDATED', updated: ['Tags'] })
  return { kind: 'done' }
}

function updateContactCallbackNumber(step: Step): Outcome {
  const number = parameter(step, 'CallbackNumber') ?? ''
  if (step.run.contact.channel !== 'VOICE' || !/^\+[1-9]\d{7,14}$/.test(number)) return failure('InvalidCallbackNumber')
  step.run.contact.callbackNumber = number
  changed(step.exchange, step.run.contact)
  return { kind: 'done' }
}

/** For actions that turn recording or flow logs on or off, of which the local Connect has neither. */
function nothingToDo(): Outcome {
  return { kind: 'done' }
}

/** For actions that the local Connect does not support (see infra/local/README.md): the flow takes its error branch. */
function notSupported(): Outcome {
  return failure()
}

/** The actions that change the contact. */
export const contactActions: Record<string, Act> = {
  UpdateContactAttributes: updateContactAttributes,
  UpdateFlowAttributes: updateFlowAttributes,
  UpdateContactData: describeContact,
  UpdateContactTextToSpeechVoice: updateVoice,
  TagContact: tagContact,
  UntagContact: untagContact,
  UpdateContactCallbackNumber: updateContactCallbackNumber,
  UpdateContactRecordingBehavior: nothingToDo,
  UpdateContactRecordingAndAnalyticsBehavior: nothingToDo,
  UpdateFlowLoggingBehavior: nothingToDo,
  CreateCallbackContact: notSupported,
  InvokeFlowModule: notSupported,
  TransferContactToAgent: notSupported,
  UpdateRoutingCriteria: notSupported,
}
