import { contactActions } from './actions-contact.ts'
import { courseActions } from './actions-course.ts'
import { inputActions } from './actions-input.ts'
import { lambdaActions } from './actions-lambda.ts'
import { lookActions } from './actions-look.ts'
import { promptActions } from './actions-prompts.ts'
import { queueActions } from './actions-queue.ts'
import type { Act } from './step.ts'

/** The function for each action type that the local Connect supports. */
export const actions: Record<string, Act> = {
  ...contactActions,
  ...courseActions,
  ...inputActions,
  ...lambdaActions,
  ...lookActions,
  ...promptActions,
  ...queueActions,
}
