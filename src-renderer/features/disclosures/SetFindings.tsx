import Box from '@mui/material/Box'
import type { Publication } from '#domain/disclosures/publication'
import { SeverityMark } from '#ui/SeverityMark.tsx'
import { colours } from '#ui/theme'

/** What the look before publication found; it stays on the screen and is in no file. */
export function SetFindings({ findings }: Pick<Publication, 'findings'>) {
  return (
    <Box
      component="aside"
      aria-label="公开前检查"
      tabIndex={0}
      sx={{
        ...{
          width: 'min(320px, 38vw)',
          flex: 'none',
          overflow: 'auto',
          p: 3,
          fontSize: 13,
          displayPrint: 'none',
        },
        ...{ bgcolor: colours.surface, borderLeft: `1px solid ${colours.line}` },
      }}
    >
      <Box component="h2" sx={{ m: 0, mb: 1, fontSize: 16 }}>
        公开前检查
      </Box>
      <Box sx={{ color: 'text.secondary', mb: 2 }}>
        涉密项目、免予公开的和文字中出现涉密名称、代码的不列入；联系人、电话、证件号码不公开；与批复不一致的在这里列出。
      </Box>
      {findings.length === 0 && <Box sx={{ color: colours.ok }}>● 没有发现问题。</Box>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {findings.map(({ objectId, code, name, severity, message, suggestion }) => (
          <Box
            component="li"
            key={`${objectId} ${code} ${message}`}
            sx={{ py: 1, borderBottom: `1px solid ${colours.line}` }}
          >
            <SeverityMark severity={severity} /> <b>{name}</b>
            <Box>{message}</Box>
            {suggestion && <Box sx={{ color: 'text.secondary' }}>{suggestion}</Box>}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
