import type { DrawRequest } from '#domain/experts/draw'
import { type Expert, emptyExpert } from '#domain/experts/expert'
import { type ExpertField, expertFieldList } from '#domain/experts/expert-rules'

export const today = '2026-06-15'

export function expert(id: string, given: Partial<Expert> = {}): Expert {
  return {
    ...emptyExpert,
    name: `专家${id}`,
    fields: ['finance'],
    joinedOn: '2024-01-01',
    ratings: [],
    initials: `zj${id}`,
    revision: 1,
    changedAt: '2026-01-01T00:00:00.000Z',
    changedBy: '王某',
    id,
    demo: false,
    ...given,
  }
}

export function manyExperts(count: number, fieldOf?: (index: number) => ExpertField[]): Expert[] {
  const turn = (index: number): ExpertField[] => [expertFieldList[index % 4] ?? 'finance']
  return Array.from({ length: count }, (_, index) =>
    expert(String(index).padStart(3, '0'), { fields: (fieldOf ?? turn)(index) }),
  )
}

export function request(given: Partial<DrawRequest> = {}): DrawRequest {
  return {
    subject: '河道清淤工程事前评估',
    unitCode: '301001',
    unitName: '南江县河道管理站',
    parentCode: '301',
    parentName: '南江县水利局',
    under: [],
    wanted: [{ field: '', specialty: '', count: 3 }],
    today,
    ...given,
  }
}
