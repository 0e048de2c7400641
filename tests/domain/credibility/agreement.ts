import type { ExaminedForm } from '#domain/credibility/examine'
import { type CredibilityCode, credibilityCodes } from '#domain/credibility/rules'

/** A doubt that a person confirmed by hand: the form and the rule. */
export type Label = { formId: string; code: CredibilityCode }

/** How well the findings agree with labels, by rule and in all; shares are left to the reader: `right` of `said`, `right` of `labelled`. */
export type Agreement = { said: number; right: number; labelled: number }

export function agreementOf(
  examined: readonly ExaminedForm[],
  labels: readonly Label[],
): { all: Agreement; byCode: Readonly<Partial<Record<CredibilityCode, Agreement>>> } {
  const key = ({ formId, code }: Label) => `${code} ${formId}`
  const labelled = new Set(labels.map(key))
  const said = new Map(
    examined.flatMap(({ form, findings }) =>
      findings.map(({ code }) => [key({ formId: form.id, code }), code] as const),
    ),
  )
  const count = (code?: CredibilityCode): Agreement => {
    const own = [...said].filter(([, one]) => code === undefined || one === code)
    const wanted = [...labelled].filter((one) => code === undefined || one.startsWith(`${code} `))
    return {
      said: own.length,
      right: own.filter(([one]) => labelled.has(one)).length,
      labelled: wanted.length,
    }
  }
  const codes = credibilityCodes.filter((code) => count(code).said > 0 || count(code).labelled > 0)
  return { all: count(), byCode: Object.fromEntries(codes.map((code) => [code, count(code)])) }
}
