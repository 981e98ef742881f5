/** The closed list of decisions a ledger can hold, each with the shape of its payload. */
import * as z from 'zod'
import { outcomes, verdicts } from '../eligibility/eligibility.ts'
import { officerRoles } from '../panel/roles.ts'
import { neutralOrders } from '../publication/neutral-order.ts'
import { objectionOutcomes } from '../publication/objection.ts'
import { voteRuleSchema } from '../round/choices.ts'
import { choiceIds, stageIds } from '../scheme/scheme.ts'

const proof = z.strictObject({ file: z.string(), page: z.int().min(1) })
export type Proof = z.infer<typeof proof>

const factValue = z.union([z.boolean(), z.string(), z.int(), z.array(z.int())])
export type FactValue = z.infer<typeof factValue>

const rows = z.array(z.record(z.string(), z.string()))
const fieldValue = z.union([z.string(), rows])
export type FieldValue = z.infer<typeof fieldValue>

/** A refusal as the record keeps it; its sentence is made when it is shown. */
const notice = z.strictObject({ code: z.string(), detail: z.record(z.string(), z.json()) })
export type Notice = z.infer<typeof notice>

const packetFile = z.strictObject({
  sha256: z.string(),
  name: z.string(),
  kind: z.enum(['form', 'pdf', 'photo', 'sheet', 'other']),
  mime: z.string(),
  size: z.int(),
  pages: z.int().nullable(),
  problem: notice.nullable(),
  /** Of a photo: pixels, how far clockwise it is to be turned, the day it was taken. */
  photo: z
    .strictObject({ width: z.int(), height: z.int(), turn: z.int(), taken: z.string().nullable() })
    .nullable()
    .optional(),
})
export type PacketFile = z.infer<typeof packetFile>

/** One expert's judgement on one item: what is deducted and why, and the pages it rests on. */
const judgement = z.strictObject({
  deduct: z.string(),
  reason: z.string(),
  pins: z.array(proof),
})
export type Judgement = z.infer<typeof judgement>

export const voteChoices = ['for', 'against', 'abstain'] as const
/** What a returned ballot can say: a paper ballot that cannot be read counts as returned and as nothing else. */
export const ballotChoices = [...voteChoices, 'invalid'] as const
export const votePurposes = ['first', 'repeat', 'run-off'] as const
export const conflictKinds = ['same-unit', 'relative', 'teacher-or-student', 'cooperation', 'other'] as const

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
/** What a signer may say at the end. Silence is none of them. */
export const finalAnswers = ['sign', 'dissent', 'refuse'] as const

export const attendanceEvents = ['arrived', 'late', 'left', 'left-early'] as const

const drawPlan = z.strictObject({
  pool: z.array(
    z.strictObject({ name: z.string(), unit: z.string(), classes: z.array(z.string()), sourceKind: z.string() }),
  ),
  exclusions: z.array(z.strictObject({ name: z.string(), unit: z.string(), reason: z.string() })),
  places: z.array(z.strictObject({ class: z.string(), count: z.int().min(1) })).min(1),
  alternates: z.int().min(0),
  witnesses: z.array(z.string()).min(1),
})
const drawn = z.strictObject({ name: z.string(), unit: z.string(), class: z.string(), ticket: z.string() })
const drawResult = z.strictObject({ members: z.array(drawn), alternates: z.array(drawn) })
/** A whole draw as it is handed to whoever wants to repeat it. */
export const drawTranscript = z.strictObject({
  plan: drawPlan,
  fingerprint: z.string(),
  entropy: z.string(),
  entropySource: z.string(),
  result: drawResult,
})

export type WrittenDraw = z.infer<typeof drawTranscript>

/** Payload schema of every kind of entry. Adding a kind is one line here and one in db/project.ts. */
export const entryKinds = {
  'round.created': z.strictObject({
    title: z.string(),
    organiser: z.string(),
    scheme: z.string(),
    schemeVersion: z.int(),
    schemeFingerprint: z.string(),
    activity: z.string(),
    /** True for rounds filled with invented samples; printed on every paper. */
    sample: z.boolean(),
  }),
  'choice.adopted': z.strictObject({ choice: z.enum(choiceIds), value: z.json(), note: z.string() }),
  'packet.imported': z.strictObject({
    no: z.int(),
    source: z.string(),
    files: z.array(packetFile),
    skipped: z.array(z.string()),
    fields: z.record(z.string(), z.strictObject({ value: fieldValue, readFrom: z.string() })),
    warnings: z.array(notice),
    /** Fields whose value did not stand where the form has it. */
    doubts: z.array(z.strictObject({ field: z.string(), why: z.string() })).default([]),
    /** 1, or more for a packet that supersedes an older one of the same number; the older stays in the record. */
    version: z.int().min(1).default(1),
  }),
  /** What one import brought, and what it refused and why. */
  'import.finished': z.strictObject({
    imported: z.array(z.strictObject({ packet: z.string(), source: z.string(), version: z.int() })),
    refused: z.array(z.strictObject({ source: z.string(), code: z.string(), detail: z.record(z.string(), z.json()) })),
    cancelled: z.boolean(),
  }),
  /** A recommending unit's ranked list; a later one of the same name takes its place. */
  'recommended.listed': z.strictObject({
    source: z.string(),
    rows: z.array(z.strictObject({ rank: z.string(), unit: z.string(), leader: z.string(), occupation: z.string() })),
  }),
  'field.corrected': z.strictObject({
    field: z.string(),
    from: fieldValue.nullable(),
    to: fieldValue,
    reason: z.string(),
  }),
  'packet.checked': z.strictObject({
    outcome: z.enum(['accepted', 'returned']),
    note: z.string(),
    materials: z.record(z.string(), z.boolean()),
  }),
  'fact.recorded': z.strictObject({
    key: z.string(),
    from: factValue.nullable(),
    value: factValue,
    proof: proof.nullable(),
    note: z.string(),
    /** The visit that saw it, when it was not read from the papers. */
    visit: z.string().nullable(),
  }),
  /** What eligibility rests on, keyed in by staff: null says that there is none. */
  'eligibility.recorded': z.strictObject({
    key: z.string(),
    from: z.json(),
    value: z.json(),
    proof: proof.nullable(),
    note: z.string(),
  }),
  /** A named person confirms or overrides what the machine made of one rule. */
  'eligibility.decided': z.strictObject({
    rule: z.string(),
    /** What the machine had said. */
    machine: z.enum(outcomes),
    verdict: z.enum(verdicts),
    person: z.string(),
    reason: z.string(),
  }),
  'expert.listed': z.strictObject({
    name: z.string(),
    unit: z.string(),
    post: z.string(),
    phone: z.string(),
    sourceKind: z.string(),
    specialty: z.string(),
  }),
  'panel.constituted': z.strictObject({
    members: z.array(z.string()),
    chair: z.string().nullable(),
    /** Who steps in for an absent member, in this order. */
    alternates: z.array(z.string()).default([]),
  }),
  /** An alternate takes the seat of a member; what that member had handed in is void. */
  'alternate.entered': z.strictObject({
    alternate: z.string(),
    replaces: z.string(),
    reason: z.string(),
    /** Applications whose sheets were void by it. */
    sheets: z.array(z.string()),
  }),
  'officers.named': z.strictObject({
    officers: z.array(z.strictObject({ expert: z.string(), role: z.enum(officerRoles) })),
  }),
  /** The pool as it was fixed, before anybody knew the chance. */
  'draw.fixed': z.strictObject({ plan: drawPlan, fingerprint: z.string() }),
  'draw.made': z.strictObject({
    fingerprint: z.string(),
    entropy: z.string(),
    entropySource: z.string(),
    result: drawResult,
  }),
  /** When somebody came or went; `present` in `attendance.taken` follows from it. */
  'attendance.noted': z.strictObject({
    expert: z.string(),
    event: z.enum(attendanceEvents),
    /** The moment it happened, as said by whoever noted it. */
    time: z.string(),
    how: z.enum(['hand', 'seat']),
  }),
  'reopening.asked': z.strictObject({ stage: z.enum(stageIds), reason: z.string() }),
  'reopening.decided': z.strictObject({
    stage: z.enum(stageIds),
    granted: z.boolean(),
    decidedBy: z.string(),
    note: z.string(),
    /** The stages that are open again: the one asked for and all after it. */
    stages: z.array(z.enum(stageIds)),
  }),
  'declaration.made': z.strictObject({
    conflicts: z.array(z.strictObject({ packet: z.string(), kind: z.enum(conflictKinds), note: z.string() })),
    reason: z.string(),
  }),
  'stage.closed': z.strictObject({ stage: z.enum(stageIds), next: z.enum(stageIds).nullable() }),
  'sheet.submitted': z.strictObject({
    packet: z.string(),
    expert: z.string(),
    judgements: z.record(z.string(), judgement),
    opinion: z.string(),
    /** The total this expert saw when submitting; null where the round uses no rubric. */
    total: z.string().nullable(),
  }),
  /** `number`: applications by number; `random`: in an own order for each expert. */
  'reading.arranged': z.strictObject({
    order: z.enum(['number', 'random']),
    /** Share of an item's maximum from which on an expert is asked to look again; null without a second round. */
    farFrom: z.string().nullable(),
    /** Whether an expert is told at once, not only after closing. */
    hint: z.boolean(),
  }),
  'doubt.raised': z.strictObject({
    doubt: z.string(),
    packet: z.string(),
    expert: z.string(),
    item: z.string(),
    page: proof.nullable(),
    text: z.string(),
  }),
  'doubt.answered': z.strictObject({ doubt: z.string(), packet: z.string(), answer: z.string() }),
  /** After closing: the deduction before and after; equal when the expert stays with it. */
  'item.reconsidered': z.strictObject({
    packet: z.string(),
    expert: z.string(),
    item: z.string(),
    from: z.string(),
    to: z.string(),
    reason: z.string(),
  }),
  'sheet.returned': z.strictObject({ packet: z.string(), expert: z.string(), reason: z.string() }),
  'visit.recorded': z.strictObject({
    packet: z.string(),
    date: z.string(),
    place: z.string(),
    present: z.array(z.string()),
    opinion: z.string(),
    findings: z.array(
      z.strictObject({ fact: z.string(), claimed: factValue.nullable(), seen: factValue, note: z.string() }),
    ),
  }),
  'minutes.recorded': z.strictObject({
    packet: z.string(),
    text: z.string(),
    dissents: z.array(z.strictObject({ expert: z.string(), text: z.string() })),
    /** Who sat at this item: present and not recused. */
    present: z.array(z.string()).default([]),
    speakers: z.array(z.strictObject({ expert: z.string(), text: z.string() })).default([]),
    motions: z.array(z.strictObject({ text: z.string(), by: z.string(), outcome: z.string() })).default([]),
  }),
  /** The final list against the score order; `place` null: not on it. A later list replaces it. */
  'list.settled': z.strictObject({
    rows: z.array(z.strictObject({ packet: z.string(), place: z.int().min(1).nullable(), reason: z.string() })),
  }),
  'attendance.taken': z.strictObject({ present: z.array(z.string()) }),
  /** What is to be voted on and by which rule: from here on the rule is fixed. Several packets make one list. */
  'vote.prepared': z.strictObject({
    packets: z.array(z.string()).min(1),
    /** 1 for the first vote on these packets, 2 for the first repeat or run-off, and so on. */
    turn: z.int().min(1),
    purpose: z.enum(votePurposes),
    reason: z.string(),
    /** Of a list: how many one ballot may agree to, and how many can be chosen; null: no limit. */
    maxYes: z.int().min(1).nullable(),
    places: z.int().min(1).nullable(),
    rule: voteRuleSchema,
  }),
  'vote.withdrawn': z.strictObject({ packets: z.array(z.string()), turn: z.int(), reason: z.string() }),
  'vote.opened': z.strictObject({
    packet: z.string(),
    turn: z.int().default(1),
    entitled: z.array(z.string()),
    recused: z.array(z.string()),
  }),
  /** A later entry of the same expert takes the place of the earlier while the vote is open. */
  'ballot.cast': z.strictObject({
    packet: z.string(),
    turn: z.int().default(1),
    expert: z.string(),
    choice: z.enum(ballotChoices),
    /** Who compared a paper ballot that the desk entered; empty for a member's own hand. */
    second: z.string().default(''),
    note: z.string().default(''),
  }),
  'vote.published': z.strictObject({ packets: z.array(z.string()), turn: z.int() }),
  'vote.closed': z.strictObject({
    packet: z.string(),
    turn: z.int().default(1),
    invalid: z.int().default(0),
    absent: z.array(z.string()),
    for: z.int(),
    against: z.int(),
    abstain: z.int(),
    needed: z.int(),
    passed: z.boolean(),
  }),
  'result.frozen': z.strictObject({
    rows: z.array(
      z.strictObject({
        packet: z.string(),
        rank: z.int().nullable(),
        score: z.string().nullable(),
        grade: z.string().nullable(),
        decision: z.string(),
      }),
    ),
    /** Who checked it in the room before it was fixed. */
    confirmed: z.strictObject({ chair: z.string(), secretary: z.string() }).optional(),
  }),
  /** Votes of a second vote among those tied at the line, and reasons that let an application past a soft rule. A later one replaces it. */
  'line.decided': z.strictObject({
    secondVote: z.record(z.string(), z.int().min(0)),
    exceptions: z.record(z.string(), z.string()),
    reason: z.string(),
  }),
  /** The public list hangs, from when to when. A later posting replaces it. */
  'list.published': z.strictObject({
    posted: z.string(),
    length: z.int(),
    unit: z.enum(['working', 'calendar']),
    place: z.string(),
    order: z.enum(neutralOrders),
    firstDay: z.string(),
    lastDay: z.string(),
    nextStep: z.string(),
  }),
  'objection.recorded': z.strictObject({
    packet: z.string(),
    received: z.string(),
    /** Who objects; never on a public paper. */
    from: z.string(),
    text: z.string(),
  }),
  'objection.decided': z.strictObject({ outcome: z.enum(objectionOutcomes), reason: z.string() }),
  /** How far this device knew the chains of the others when it went on deciding. */
  'ledger.merged': z.strictObject({
    seen: z.array(z.strictObject({ chain: z.string(), seq: z.int().min(1), hash: z.string().length(64) })).min(1),
  }),
  /** A person says which of several versions handed in on different devices is the one that counts. */
  'conflict.decided': z.strictObject({
    about: z.enum(['sheet', 'ballot']),
    packet: z.string(),
    expert: z.string(),
    kept: z.string().length(64),
    setAside: z.array(z.string().length(64)).min(1),
    reason: z.string(),
  }),
  'authority.made': z.strictObject({
    /** DER in base64. */
    certificate: z.string(),
    fingerprint: hex64,
  }),
  'key.certified': z.strictObject({
    /** An expert's id, or the secretariat. */
    person: z.string(),
    name: z.string(),
    unit: z.string(),
    role: z.string(),
    /** DER in base64. */
    certificate: z.string(),
    /** SHA-256 of the certificate. */
    fingerprint: hex64,
    algorithm: z.enum(['RS256', 'ES256']),
    /** The key acts are signed with, bound by a signature of the certified one; null where that one signs acts too. */
    acts: z.strictObject({ algorithm: z.literal('Ed25519'), key: z.string(), binding: z.string() }).nullable(),
    /** Where the private key is: on the person's own device, or behind a PIN on a laptop of the secretariat. */
    place: z.enum(['seat', 'desk']),
  }),
  'key.revoked': z.strictObject({ person: z.string(), fingerprint: hex64, reason: z.string() }),
  'answer.given': z.strictObject({
    person: z.string(),
    answer: z.enum(finalAnswers),
    /** The dissent, or why it is refused. */
    text: z.string(),
    /** Who saw the refusal of somebody who answered nothing. */
    witness: z.string(),
    /** SHA-256 of the picture of the handwriting; null without one. */
    picture: hex64.nullable(),
    /** The fingerprint of the ledger the answer is about. */
    head: hex64,
  }),
  'page.attached': z.strictObject({
    /** SHA-256 of the scan or photo of a page signed in ink. */
    file: hex64,
    name: z.string(),
    /** The fingerprint in the page's footer, sixteen digits, and of which entry's ledger it is. */
    printed: z.string(),
    note: z.string(),
  }),
  'workbook.sealed': z.strictObject({
    /** SHA-256 of the prepared workbook, before any signature. */
    file: hex64,
    /** SHA-256 of what all sign alike. */
    content: hex64,
    /** The fingerprint of the ledger that lies in it. */
    head: hex64,
    comment: z.string(),
    hardened: z.boolean(),
    signers: z.array(
      z.strictObject({
        person: z.string(),
        name: z.string(),
        role: z.string(),
        certificate: hex64,
        statement: z.string(),
      }),
    ),
  }),
  'workbook.signed': z.strictObject({
    file: hex64,
    person: z.string(),
    certificate: hex64,
    /** Stands in the signature as its time. */
    at: z.string(),
    /** The signature in base64. */
    value: z.string(),
  }),
  'papers.exported': z.strictObject({ files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })) }),
} as const satisfies Record<string, z.ZodType>

export type EntryKind = keyof typeof entryKinds
export type Payload<K extends EntryKind> = z.infer<(typeof entryKinds)[K]>
