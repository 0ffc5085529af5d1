import { Fn } from 'aws-cdk-lib'

/** The last part of a Connect ARN, `arn:aws:connect:…:instance/<instance>/queue/<id>`, which Connect's control API takes as the id. */
export function connectIdOf(arn: string): string {
  return Fn.select(3, Fn.split('/', arn))
}
