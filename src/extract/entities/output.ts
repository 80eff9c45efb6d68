import type { Entity, Mention, MentionedEntity } from '../../model.js';
import type { Recognition } from '../document.js';

/** The entities of an article as an extraction line lists them: those that it names, with the places that do. */
export function listEntities(recognition: Recognition): MentionedEntity[] {
  const { text } = recognition.document;
  const byId = new Map<string, { entity: Entity; mentions: Mention[] }>();
  for (const { entity, start, end, kind } of recognition.mentions) {
    if (kind === 'pronoun' || kind === 'nominal' || kind === 'title') continue;
    let entry = byId.get(entity.id);
    if (!entry) {
      entry = { entity, mentions: [] };
      byId.set(entity.id, entry);
    }
    entry.mentions.push({ start, end, text: text.slice(start, end), kind });
  }
  return Array.from(byId.values(), ({ entity, mentions }) => toMentioned(entity, mentions));
}

/** Only with the fields that are set. */
function toMentioned(
  { id, type, subtype, label, aliases, iso, wikidata, coordinates, country, known, named }: Entity,
  mentions: Mention[],
): MentionedEntity {
  return {
    id,
    type,
    ...(subtype !== undefined && { subtype }),
    label,
    ...(aliases !== undefined && { aliases }),
    ...(iso !== undefined && { iso }),
    ...(wikidata !== undefined && { wikidata }),
    ...(coordinates !== undefined && { coordinates }),
    ...(country !== undefined && { country }),
    known,
    ...(named !== undefined && { named }),
    mentions,
  };
}
