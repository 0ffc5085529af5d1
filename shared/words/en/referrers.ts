import type { ReferrerType } from '../../domain/contacts/contact.ts'

/** Who turns to the line, in English; apart from `en`, so that a chat loads no words for the phone. */
export const enReferrers: Record<ReferrerType, string> = {
  school: 'School',
  clb: 'CLB (pupil guidance centre)',
  'caw-jac': 'CAW or JAC',
  'kind-en-gezin': 'Kind en Gezin',
  'huis-van-het-kind': 'Huis van het Kind',
  'general-practitioner': 'General practitioner',
  ocmw: 'OCMW (social welfare)',
  cgg: 'Mental health care (CGG)',
  vaph: 'Help with a disability (VAPH)',
  'youth-help-facility': 'Youth help',
  'mandated-service': 'Mandated service (OCJ or VK)',
  'crisis-point': 'Crisis point',
  childcare: 'Childcare',
  'youth-work': 'Youth work or OverKop',
  'police-justice': 'Police or justice',
  'family-itself': 'Parent or member of the family itself',
  'young-person-itself': 'The child or young person',
  network: 'Relative, neighbour or friend of the family',
  other: 'Somebody else',
}
