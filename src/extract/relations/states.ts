import type { Recognition } from '../document.js';
import { findAffiliations } from './states/affiliations.js';
import { findAlliances } from './states/alliances.js';
import { findBases } from './states/bases.js';
import type { Finding } from './states/finding.js';
import { findHeads } from './states/heads.js';
import { findMembers } from './states/members.js';
import { findMultilateral } from './states/multilateral.js';
import { findOffices } from './states/offices.js';
import { findPartisans } from './states/partisans.js';

export type { Finding } from './states/finding.js';

/**
 * Relations that titles, names and nationalities state by themselves: who holds which office, which country or body
 * an organization belongs to, who is a member of it, where a base stands and who runs it.
 */
export function findStates(recognition: Recognition): Finding[] {
  return [
    ...findOffices(recognition),
    ...findHeads(recognition),
    ...findMembers(recognition),
    ...findPartisans(recognition),
    ...findAffiliations(recognition),
    ...findBases(recognition),
    ...findAlliances(recognition),
    ...findMultilateral(recognition),
  ];
}
