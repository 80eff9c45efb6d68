import type { Vocabulary } from '../../language/arabic/tokens.js';
import type { Recognition } from '../document.js';
import { findAffiliations } from './states/affiliations.js';
import { createAllianceFinder } from './states/alliances.js';
import { findBases } from './states/bases.js';
import type { Finding } from './states/finding.js';
import { findHeads } from './states/heads.js';
import { findLeadingClauses } from './states/leading-clauses.js';
import { findMembers } from './states/members.js';
import { createMultilateralFinder } from './states/multilateral.js';
import { findOffices } from './states/offices.js';
import { findPartisans } from './states/partisans.js';

export type { Finding } from './states/finding.js';

/**
 * Relations that titles, names and nationalities state by themselves: who holds which office, which country or body
 * an organization belongs to, who is a member of it, where a base stands and who runs it.
 */
export function createStateFinder(vocabulary: Vocabulary): (recognition: Recognition) => Finding[] {
  const findAlliances = createAllianceFinder(vocabulary);
  const findMultilateral = createMultilateralFinder(vocabulary);
  return recognition => [
    ...findOffices(recognition),
    ...findHeads(recognition),
    ...findLeadingClauses(recognition),
    ...findMembers(recognition),
    ...findPartisans(recognition),
    ...findAffiliations(recognition),
    ...findBases(recognition),
    ...findAlliances(recognition),
    ...findMultilateral(recognition),
  ];
}
