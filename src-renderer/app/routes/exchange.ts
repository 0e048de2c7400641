import type { RouteObject } from 'react-router'
import { page } from './page.ts'

/** 数据交换 and 区县汇总. */
export const exchangeRoutes: RouteObject[] = [
  page(
    'counties',
    'see-counties',
    async () => (await import('../../features/counties/CountiesPage.tsx')).CountiesPage,
  ),
  page(
    'counties/ledger',
    'see-counties',
    async () => (await import('../../features/counties/CountyLedgerPage.tsx')).CountyLedgerPage,
  ),
  page(
    'exchange',
    'see-exchange',
    async () => (await import('../../features/exchange/LedgerPage.tsx')).LedgerPage,
  ),
  page(
    'exchange/peers',
    'see-exchange',
    async () => (await import('../../features/exchange/PeersPage.tsx')).PeersPage,
  ),
  page(
    'exchange/card',
    'see-exchange',
    async () => (await import('../../features/exchange/CardPage.tsx')).CardPage,
  ),
  page(
    'exchange/send',
    'make-package',
    async () => (await import('../../features/exchange/SendPage.tsx')).SendPage,
  ),
  page(
    'exchange/receive',
    'see-exchange',
    async () => (await import('../../features/exchange/ReceivePage.tsx')).ReceivePage,
  ),
  page(
    'exchange/board',
    'see-exchange',
    async () => (await import('../../features/exchange/BoardPage.tsx')).BoardPage,
  ),
  page(
    'exchange/packages/:id',
    'see-exchange',
    async () => (await import('../../features/exchange/PackagePage.tsx')).PackagePage,
  ),
  page(
    'exchange/packages/:id/cover',
    'see-exchange',
    async () => (await import('../../features/exchange/CoverPage.tsx')).CoverPage,
  ),
  page(
    'exchange/covers',
    'see-exchange',
    async () => (await import('../../features/exchange/CoverPage.tsx')).CoversPage,
  ),
  page(
    'exchange/packages/:id/receipt',
    'see-exchange',
    async () => (await import('../../features/exchange/ReceiptPage.tsx')).ReceiptPage,
  ),
  page(
    'exchange/folders',
    'see-exchange',
    async () => (await import('../../features/exchange-folders/FoldersPage.tsx')).FoldersPage,
  ),
]
