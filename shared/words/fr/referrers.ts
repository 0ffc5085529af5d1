import type { ReferrerType } from '../../domain/contacts/contact.ts'

/** The referrer types, in French; separate from `fr`, so that a chat does not load the telephone texts. */
export const frReferrers: Record<ReferrerType, string> = {
  school: 'École',
  clb: 'CLB (centre PMS flamand)',
  'caw-jac': 'CAW ou JAC',
  'kind-en-gezin': 'Kind en Gezin',
  'huis-van-het-kind': 'Huis van het Kind',
  'general-practitioner': 'Médecin généraliste',
  ocmw: 'CPAS',
  cgg: 'Santé mentale (CGG)',
  vaph: 'Aide aux personnes handicapées (VAPH)',
  'youth-help-facility': 'Aide à la jeunesse',
  'mandated-service': 'Service mandaté (OCJ ou VK)',
  'crisis-point': 'Point de crise',
  childcare: 'Accueil de la petite enfance',
  'youth-work': 'Travail de jeunesse ou OverKop',
  'police-justice': 'Police ou justice',
  'family-itself': 'Parent ou membre de la famille concernée',
  'young-person-itself': 'L’enfant ou le jeune lui-même',
  network: 'Proche, voisin ou ami de la famille',
  other: 'Quelqu’un d’autre',
}
