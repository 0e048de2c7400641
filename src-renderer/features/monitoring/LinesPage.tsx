import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useMemo, useState } from 'react'
import { saveOwnRules } from '#actions/save-own-rules'
import { referenceOf } from '#domain/monitoring/monitoring'
import { isAsShipped, type OwnRulesWanted, trimmedOwnRules, withOwnRules } from '#domain/monitoring/own-rules'
import { rehearse } from '#domain/monitoring/rehearsal'
import { may } from '#domain/people/permissions'
import { checkMonitoringRules } from '#domain/rules/validate-monitoring'
import { rulesById } from '#domain/year-rules'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { monitoringsOf, roundsOf } from '#storage/monitorings'
import { EmptyState } from '#ui/EmptyState.tsx'
import { OwnRulesHead, RuleProblems } from '#ui/OwnRules.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { LinesForm } from './LinesForm.tsx'
import { RehearsalList } from './RehearsalList.tsx'

const asShipped: OwnRulesWanted = { lines: null, numbers: {} }

/** 预警线: what the bureau changes in its pack, rehearsed on a round before it counts. */
export function LinesPage() {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const [address, setInAddress] = useAddress()
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const round = rounds?.find(({ id }) => id === address.get('round')) ?? rounds?.at(-1)
  const forms = useLiveQuery(() => monitoringsOf(book.id, round?.id ?? ''), [book.id, round?.id])
  const [typed, setTyped] = useState<OwnRulesWanted | null>(null)
  const shipped = rulesById(book.rulesId).monitoring
  const kept: OwnRulesWanted = book.ownRules ?? asShipped
  const wanted = typed ?? kept
  const deferred = useDeferredValue(wanted)
  const problems = checkMonitoringRules(withOwnRules(shipped, wanted))
  const rehearsed = useMemo(() => {
    const after = withOwnRules(shipped, deferred)
    if (!forms || checkMonitoringRules(after).length > 0) return null
    return rehearse(forms, rules.monitoring, after, referenceOf)
  }, [forms, rules, shipped, deferred])
  if (!rounds || !units || !forms) return null

  const readOnly = !may(by, 'save-own-rules')
  const own = trimmedOwnRules(shipped, wanted)
  const isChanged = JSON.stringify(own) !== JSON.stringify(trimmedOwnRules(shipped, kept))

  function save(reason: string) {
    attempt(async () => {
      await saveOwnRules(book.id, book.ownRules?.revision ?? 0, wanted, reason, by)
      setTyped(null)
      say(isAsShipped(own) ? '预警线已恢复为规则包原值。' : '预警线已保存，未汇总的监控表按新的线亮灯。')
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <OwnRulesHead
        title="预警线"
        trail="绩效监控"
        kept={book.ownRules}
        readOnly={readOnly}
        isChanged={isChanged}
        isShipped={isAsShipped(own)}
        isFaulty={problems.length > 0}
        onDiscard={() => setTyped(null)}
        onShipped={() => setTyped(asShipped)}
        onSave={save}
      >
        {rehearsed && rehearsed.length > 0 && `“${round?.name}”有 ${rehearsed.length} 个项目变色。`}
        已汇总的监控表保留汇总时的灯。
      </OwnRulesHead>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          component="section"
          aria-label="预警线"
          sx={{ width: 520, flex: 'none', overflow: 'auto', p: 4, bgcolor: colours.surface }}
        >
          <RuleProblems problems={problems} />
          <LinesForm shipped={shipped} wanted={wanted} readOnly={readOnly} onChange={setTyped} />
        </Box>
        <Box
          component="section"
          aria-label="试算"
          sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 4, borderLeft: `1px solid ${colours.line}` }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 3, mb: 2 }}>
            <Box component="h2" sx={{ fontSize: 14, fontWeight: 600, m: 0, flex: '1 0 auto' }}>
              试算：改了以后哪些项目变色
            </Box>
            {round && (
              <Box sx={{ width: 220 }}>
                <ChoiceField
                  label="用哪一轮试算"
                  value={round.id}
                  choices={Object.fromEntries(rounds.map(({ id, name }) => [id, name]))}
                  onCommit={(id) => setInAddress({ round: id })}
                />
              </Box>
            )}
          </Box>
          {!round && <EmptyState text="还没有监控轮次。布置一轮并有填报以后，在这里试算。" />}
          {round && !rehearsed && <p>预警线有错误，改正后试算。</p>}
          {round && rehearsed && <RehearsalList rehearsed={rehearsed} units={units} />}
        </Box>
      </Box>
    </Box>
  )
}
