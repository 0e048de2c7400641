import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import {
  type DossierEvent,
  type DossierStage,
  dossierStageList,
  dossierStages,
  eventsOfYear,
} from '#domain/dossier/events'
import type { Dossier } from '#domain/dossier/facts'
import { formatWan } from '#domain/money'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { localDay } from '#storage/local-day'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { archiveDossier } from './dossier-export.ts'
import { NoDossier } from './NoDossier.tsx'
import { TimeLine } from './TimeLine.tsx'
import { useDossier } from './use-dossier.ts'

/** 一项目一档: the whole life of an object on one time line. */
export function DossierPage() {
  const { goalId = '' } = useParams()
  const dossier = useDossier(goalId)
  if (dossier === undefined) return null
  if (typeof dossier === 'string') return <NoDossier trail="绩效目标" text={dossier} />
  return <Life dossier={dossier} />
}

function Life({ dossier }: { dossier: Dossier }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [isAsking, setAsking] = useState(false)
  const events = useMemo(() => dossier.years.map((year) => eventsOfYear(year, localDay)), [dossier])
  const wantedYear = address.get('year') ?? ''
  const wantedStage = dossierStageList.find((stage) => stage === address.get('stage')) ?? ''
  const mayArchive = may(by, dossier.secret ? 'archive-secret-dossier' : 'archive-dossier')
  const all = events.flat()

  function archive() {
    setAsking(false)
    attempt(async () => {
      const sentence = await archiveDossier(dossier, book.identity.office, by)
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead trail="一项目一档" title={dossier.name || '未填名称的项目'}>
        <Button variant="outlined" onClick={() => void navigate(`/dossier/${dossier.goalId}/paper`)}>
          打印档案
        </Button>
        {mayArchive && (
          <Button variant="contained" onClick={() => (dossier.secret ? setAsking(true) : archive())}>
            归档（zip）
          </Button>
        )}
      </PageHead>
      {dossier.secret && (
        <Box role="note" sx={{ px: 4, py: 1, fontSize: 13, bgcolor: '#FFF7E6' }}>
          <Box component="span" sx={{ color: colours.attention, fontWeight: 600 }}>
            ▲ 涉密项目：
          </Box>
          档案只供有权人员使用，不对外提供，不参加批量导出。
          {!mayArchive && '归档由监督与绩效管理科或局领导办理。'}
        </Box>
      )}
      <Box
        role="search"
        aria-label="筛选事项"
        sx={{
          ...{ flex: 'none', display: 'flex', alignItems: 'center', gap: 1, px: 3, py: 1.5 },
          ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' },
        }}
      >
        <FilterMenu
          label="年度"
          value={wantedYear}
          options={dossier.years.map(({ year }) => ({ value: `${year}`, label: `${year} 年度` }))}
          onChange={(year) => setInAddress({ year })}
        />
        <FilterMenu
          label="环节"
          value={wantedStage}
          options={dossierStageList
            .map((value) => ({ value, count: countOf(all, value) }))
            .filter(({ count }) => count > 0)
            .map(({ value, count }) => ({ value, label: `${dossierStages[value]} ${count}` }))}
          onChange={(stage) => setInAddress({ stage })}
        />
        <Box role="status" sx={{ flex: 1, textAlign: 'right', fontSize: 13, color: 'text.secondary' }}>
          {dossier.years.length} 个年度，{all.length} 项记录，附件{' '}
          {all.reduce((sum, { attachments }) => sum + attachments.length, 0)} 个
        </Box>
      </Box>
      <Box
        component="section"
        aria-label="全过程记录"
        tabIndex={0}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 4, py: 3 }}
      >
        {dossier.years.map((year, index) =>
          wantedYear !== '' && wantedYear !== `${year.year}` ? null : (
            <Box key={year.bookId} sx={{ mb: 5 }}>
              <Box component="h2" sx={{ m: 0, mb: 1, fontSize: 16 }}>
                {year.year} 年度{' '}
                <Box component="span" sx={{ fontSize: 13, fontWeight: 400, color: 'text.secondary' }}>
                  {year.unit}　{formatWan(year.goal.total)} 万元
                </Box>
              </Box>
              <TimeLine
                events={(events[index] ?? []).filter(
                  ({ stage }) => wantedStage === '' || stage === wantedStage,
                )}
              />
            </Box>
          ),
        )}
      </Box>
      <ConfirmDialog
        open={isAsking}
        title="归档涉密项目的档案"
        action="归档这个涉密项目"
        dangerous
        onConfirm={archive}
        onCancel={() => setAsking(false)}
      >
        “{dossier.name}
        ”是涉密项目。归档文件没有加密，请只保存在涉密计算机或涉密介质上，不得通过互联网传输。归档会记入操作记录。
      </ConfirmDialog>
    </Box>
  )
}

function countOf(events: readonly DossierEvent[], stage: DossierStage): number {
  return events.filter((event) => event.stage === stage).length
}
