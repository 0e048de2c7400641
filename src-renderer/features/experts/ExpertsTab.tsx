import { useSearchParams } from 'react-router'
import { DrawRecords } from './DrawRecords.tsx'
import { ExpertRegister } from './ExpertRegister.tsx'

/** 专家: the register, or the records of what was drawn from it (巴财〔2020〕38号 三（四）3). */
export function ExpertsTab() {
  const [params] = useSearchParams()
  return params.get('view') === 'draws' ? <DrawRecords /> : <ExpertRegister />
}
