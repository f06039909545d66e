import type { WorkKind } from './kind.ts'
import { experts, platform, publication, rules } from './kinds/committee.ts'
import { jointEvent, media, schoolEvent, study, training } from './kinds/events.ts'
import { coordination, hostingBid, internationalProposal, liaison } from './kinds/international.ts'
import { standard, system } from './kinds/standards.ts'
import { research, roadmap } from './kinds/studies.ts'

/**
 * The kinds of work that key working points ask for, in the order of their areas. What supports certification and
 * inspection by technical requirements makes standards, and is no kind of its own.
 */
export const kindsOfWork: readonly WorkKind[] = [
  system,
  roadmap,
  research,
  study,
  standard,
  training,
  schoolEvent,
  media,
  jointEvent,
  internationalProposal,
  experts,
  coordination,
  hostingBid,
  liaison,
  rules,
  publication,
  platform,
]
