import type { ReferrerType } from '../../domain/contacts/contact.ts'

/** The referrer types, in Dutch; separate from `nl`, so that a chat does not load the telephone texts. */
export const nlReferrers: Record<ReferrerType, string> = {
  school: 'School',
  clb: 'CLB',
  'caw-jac': 'CAW of JAC',
  'kind-en-gezin': 'Kind en Gezin',
  'huis-van-het-kind': 'Huis van het Kind',
  'general-practitioner': 'Huisarts',
  ocmw: 'OCMW of sociaal huis',
  cgg: 'Geestelijke gezondheidszorg (CGG)',
  vaph: 'Hulp bij een handicap (VAPH)',
  'youth-help-facility': 'Jeugdhulp',
  'mandated-service': 'OCJ of vertrouwenscentrum',
  'crisis-point': 'Crisismeldpunt',
  childcare: 'Kinderopvang',
  'youth-work': 'Jeugdwerk of OverKop',
  'police-justice': 'Politie of justitie',
  'family-itself': 'Ouder of iemand van het gezin zelf',
  'young-person-itself': 'Kind of jongere zelf',
  network: 'Familie, buur of vriend van het gezin',
  other: 'Iemand anders',
}
