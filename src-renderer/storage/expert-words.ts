import { type Agency, agencyKinds, type Quality } from '#domain/experts/agency'
import type { Draw } from '#domain/experts/draw'
import { type Expert, expertStates, ratingGrades } from '#domain/experts/expert'
import { expertFields, qualityParts, shippedExpertRules } from '#domain/experts/expert-rules'
import { formatWeight } from '#domain/goals/weights'
import { formatYuan } from '#domain/money'
import type { Round } from '#domain/monitoring/round'

/** Fields that the trail never shows, not even sealed. */
export const sealedFields: ReadonlySet<string> = new Set(['sealedIdentity', 'sealedBank'])
export const sealedWord = '（已加密）'

/** What a person calls the fields of the registers of experts, agencies, draws and rounds. */
export const registerLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  experts: {
    name: '姓名',
    sex: '性别',
    sealedIdentity: '身份证号',
    sealedBank: '银行账号',
    identityTail: '身份证尾号',
    workUnit: '工作单位',
    title: '职称',
    fields: '专业领域',
    specialty: '行业小类',
    certificate: '资格证',
    phone: '联系方式',
    joinedOn: '入库日期',
    termEndsOn: '聘期至',
    state: '状态',
    avoidUnits: '回避单位',
    ratings: '评审记录',
  },
  agencies: {
    creditCode: '统一社会信用代码',
    kind: '类型',
    platformNumber: '信用平台登记号',
    leads: '主评人',
    achievements: '业绩',
    commissions: '委托记录',
    blacklisted: '黑名单',
  },
  draws: { replaced: '补抽' },
  rounds: { month: '截止月份', dueOn: '报送期限', state: '轮次状态', note: '说明' },
}

/** Lists and choices as words; null where the value speaks for itself. */
export function registerWord(table: string, field: string, record: unknown): string | null {
  const word = words[`${table}.${field}`]
  return word ? word(record) : null
}

const words: Readonly<Record<string, (record: unknown) => string>> = {
  'experts.fields': (record) =>
    asExpert(record)
      .fields.map((field) => expertFields[field])
      .join('、'),
  'experts.state': (record) => expertStates[asExpert(record).state],
  'experts.avoidUnits': (record) =>
    asExpert(record)
      .avoidUnits.map(({ unitCode, unitName, kind, until, note }) =>
        [unitName || unitCode, shippedExpertRules.avoid[kind].name, until, note].filter(Boolean).join(' '),
      )
      .join('；'),
  'experts.ratings': (record) =>
    asExpert(record)
      .ratings.map(({ on, subject, grade, fee, note }) =>
        [on, subject, ratingGrades[grade], fee === null ? '' : `${formatYuan(fee)} 元`, note]
          .filter(Boolean)
          .join(' '),
      )
      .join('；'),
  'agencies.kind': (record) => agencyKinds[asAgency(record).kind],
  'agencies.leads': (record) =>
    asAgency(record)
      .leads.map(({ name, certificate, qualification, years, evaluationYears }) =>
        [name, certificate, qualification, years, evaluationYears].filter((part) => part !== '').join(' '),
      )
      .join('；'),
  'agencies.commissions': (record) =>
    asAgency(record)
      .commissions.map(({ subject, scope, amount, startsOn, endsOn, quality }) => {
        const parts = [subject, shippedExpertRules.scopes[scope].name, startsOn, endsOn]
        if (amount !== null) parts.push(`${formatYuan(amount)} 元`)
        return [...parts, ...qualityWords(quality)].filter(Boolean).join(' ')
      })
      .join('；'),
  'agencies.blacklisted': (record) => {
    const { is, reason, on } = asAgency(record).blacklisted
    return is ? [on, reason].filter(Boolean).join(' ') : '否'
  },
  'rounds.state': (record) => ((record as Round).state === 'open' ? '进行中' : '已结束'), // as the table's name says
  'draws.replaced': (record) =>
    asDraw(record)
      .replaced.map(({ outName, inName, reason }) => `${inName}接替${outName}（${reason}）`)
      .join('；'),
}

function qualityWords(quality: Quality): string[] {
  return qualityParts.flatMap((part) => {
    const mark = quality[part]
    return mark === null ? [] : [`${shippedExpertRules.quality[part].name} ${formatWeight(mark)}`]
  })
}

// The table's name says what its records are.
const asExpert = (record: unknown) => record as Expert
const asAgency = (record: unknown) => record as Agency
const asDraw = (record: unknown) => record as Draw
