import type { ReferrerType } from './contact.ts'

/** Whether a referrer is bound by professional secrecy; `not-known` where it depends on the person. */
export type Secrecy = 'professional-secrecy' | 'no-professional-secrecy' | 'not-known'

// School staff are bound by ambtsgeheim (official secrecy), not by professional secrecy (docs/sources.md 5.1): the desk reminds the worker
// not to reveal whether a family is known. A neighbour or the family itself is bound by neither.
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

/** Whether a referrer of this type is bound by professional secrecy; the desk shows a reminder accordingly. */
export function secrecyOfReferrer(type: ReferrerType): Secrecy {
  return secrecyOf[type]
}
