import type { ReferrerType } from '../../domain/contacts/contact.ts'

/** The referrer types, in English; separate from `en`, so that a chat does not load the telephone texts. */
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
