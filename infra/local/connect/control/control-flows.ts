import * as z from 'zod'
import { problemsOf } from '../../../flows/flow-rules.ts'
import { type ControlCall, fine, type Operation, refused, type Reply, withBody, withFound } from './control-call.ts'
import { FlowContent, FlowTypeName, readFlow } from '../model/flow-content.ts'

const longestContent = 256_000

const NewFlow = z.object({
  Name: z.string().min(1).max(127),
  Type: FlowTypeName,
  Content: z.string().min(1),
  Status: z.enum(['PUBLISHED', 'SAVED']).default('PUBLISHED'),
})

/**
 * CreateContactFlow: validates the content as the service does. The flow is lost when the process stops; lasting flows come from the
 * template.
 */
function createContactFlow(call: ControlCall): Reply {
  return withBody(call, NewFlow, (options) => {
    const { instance, deps } = call.exchange
    if ([...instance.flows.values()].some((flow) => flow.name === options.Name && flow.type === options.Type)) {
      return refused('DuplicateResourceException', 'A flow with this name exists.')
    }
    const problems = problemsWith(options)
    if (problems.length > 0) return { kind: 'refused', error: 'InvalidContactFlowException', body: { problems } }
    const id = deps.newId()
    const arn = `${instance.arn}/contact-flow/${id}`
    // A flow that is saved but not published cannot run.
    if (options.Status === 'PUBLISHED')
      instance.flows.set(arn, readFlow({ arn, id, name: options.Name, type: options.Type, text: options.Content }))
    return fine({ ContactFlowId: id, ContactFlowArn: arn })
  })
}

function problemsWith(options: z.infer<typeof NewFlow>): { message: string }[] {
  if (options.Content.length > longestContent) return [{ message: 'Contact flow content is too long' }]
  const content = FlowContent.safeParse(parsed(options.Content))
  if (!content.success) return [{ message: 'Invalid contact flow content' }]
  return options.Status === 'SAVED' ? [] : problemsOf(content.data, options.Type)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function describeContactFlow({ exchange, path }: ControlCall): Reply {
  return withFound(exchange.instance.flows, path['ContactFlowId'], (flow) =>
    fine({
      ContactFlow: {
        Arn: flow.arn,
        Id: flow.id,
        Name: flow.name,
        Type: flow.type,
        State: 'ACTIVE',
        Status: 'PUBLISHED',
        Content: flow.text,
        Tags: {},
      },
    }),
  )
}

/** The operations of the control API on flows. */
export const flowOperations: Operation[] = [
  { name: 'CreateContactFlow', method: 'PUT', path: '/contact-flows/{InstanceId}', limited: true, run: createContactFlow },
  {
    name: 'DescribeContactFlow',
    method: 'GET',
    path: '/contact-flows/{InstanceId}/{ContactFlowId}',
    limited: true,
    run: describeContactFlow,
  },
]
