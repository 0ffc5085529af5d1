import { Fn } from 'aws-cdk-lib'

/** The last part of a Connect ARN, `arn:aws:connect:…:instance/<instance>/queue/<id>`: what the control API wants where it says id. */
export function connectIdOf(arn: string): string {
  return Fn.select(3, Fn.split('/', arn))
}
