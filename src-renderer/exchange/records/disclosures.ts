import {
  checkResults,
  type Disclosure,
  type DisclosureCheck,
  keptStates,
  type PublicField,
} from '#domain/disclosures/disclosure'
import { disclosureItems } from '#domain/disclosures/rules'
import { attachment, day, id, idOrNone, keysOf, line, shaped, some, text, written } from './parts.ts'

const check = shaped<DisclosureCheck>({
  ...{ on: day, by: line, result: keysOf(checkResults) },
  ...{ finding: text, correction: text, correctedOn: day },
})

/** 信息公开. */
export const disclosureSchema = shaped<Disclosure>({
  ...{ id, bookId: id, objectId: id, goalId: idOrNone, unitId: idOrNone, name: line },
  item: keysOf(disclosureItems),
  state: keysOf(keptStates),
  ...{ publishedOn: day, place: line, address: line, proofs: some(attachment, 200) },
  ...{ reason: text, approvedBy: line, approvedOn: day },
  shown: some(shaped<PublicField>({ label: line, text }), 100),
  checks: some(check, 200),
  ...written,
})
