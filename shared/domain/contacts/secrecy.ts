import type { ReferrerType } from './contact.ts'

export type Secrecy = 'professional-secrecy' | 'no-professional-secrecy' | 'not-known'

// School staff have in principle only ambtsgeheim, no professional secrecy (docs/sources.md 5.1): the desk reminds the worker to listen
// without revealing whether a family is known. Of a neighbour or the family itself no secrecy is expected either.
const secrecyOf = {
  school: 'no-professional-secrecy',
  clb: 'professional-secrecy',
  'caw-jac': 'professional-secrecy',
  'kind-en-gezin': 'professional-secrecy',
  'huis-van-het-kind': 'not-known',
  'general-practitioner': 'professional-secrecy',
  ocmw: 'professional-secrecy',
  cgg: 'professional-secrecy',
  vaph: 'professional-secrecy',
  'youth-help-facility': 'professional-secrecy',
  'mandated-service': 'professional-secrecy',
  'crisis-point': 'professional-secrecy',
  childcare: 'not-known',
  'youth-work': 'not-known',
  'police-justice': 'not-known',
  'family-itself': 'no-professional-secrecy',
  'young-person-itself': 'no-professional-secrecy',
  network: 'no-professional-secrecy',
  other: 'not-known',
} as const satisfies Record<ReferrerType, Secrecy>

/** Whether somebody in this role is bound by professional secrecy: decides the desk's reminder. */
export function secrecyOfReferrer(type: ReferrerType): Secrecy {
  return secrecyOf[type]
}
