/**
 * Which grammatical role each phrase plays for a predicate, as far as word order, governors and what stands
 * between can tell. A slot is a hypothesis; the model weighs it.
 */
export const SubjectSlot = {
  None: 0,
  /** After its verb: "زار بوتين". */
  AfterVerb: 1,
  /** Before its verb in the clause: "بوتين يزور". */
  BeforeVerb: 2,
  /** The noun that a relative clause describes: "بوتين الذي زار". */
  Antecedent: 3,
  /** Subject of the verb before, shared: "وصل بوتين والتقى". */
  Shared: 4,
  /** What the text was speaking of before this sentence. */
  Topic: 5,
  /** Genitive of an event noun: "زيارة بوتين". */
  Genitive: 6,
  /** Adjective of an event noun: "الهجوم الروسي". */
  Adjective: 7,
  /** Pronoun on an event noun: "زيارته". */
  Pronoun: 8,
  /** Subject of the verb that governs the event noun: "شن الجيش هجوما". */
  Controller: 9,
  /** After من قبل, على يد, من جانب, or من of an event noun. */
  By: 10,
  /** Beside بين: "محادثات بين روسيا وأوكرانيا". */
  Between: 11,
  /** The last phrase before an event noun that says no subject: "تورط إيران بتزويد …". */
  Nearest: 12,
  /** What a participle describes: "القوات الروسية المنتشرة في سوريا". */
  Described: 13,
  /** Whoever is quoted, of a verb in the first person: "سندعم". */
  Speaker: 14,
  /** Whom the speaker means by "we", of such a verb. */
  Side: 15,
} as const;

export const ObjectSlot = {
  None: 0,
  /** Bare, after verb and subject. */
  Direct: 1,
  /** After a preposition that the frame expects. */
  Expected: 2,
  /** After another preposition. */
  OtherPreposition: 3,
  Genitive: 4,
  Adjective: 5,
  /** What a relative clause describes, taken up by a pronoun: "الجماعة التي تدعمها إيران". */
  Antecedent: 6,
  /** Like the above, but a clause boundary stands between. */
  ExpectedFar: 7,
  DirectFar: 8,
  Pronoun: 9,
  Between: 10,
  /** Before the predicate. */
  Before: 11,
  /** Bare, after a comma that closes a relative clause or an apposition. */
  Resumed: 12,
  /** In one coordination with the subject: "اتفقت روسيا وأوكرانيا". */
  Together: 13,
} as const;

/** Tokens from which on a phrase has nothing to do with a predicate; keeps long sentences linear. */
export const FARTHEST = 40;
