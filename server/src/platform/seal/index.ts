export { type BlockSeal, genesisHash, sealBlock, type TrailLine } from './seal-block.ts'
export {
  type ChainVerdict,
  type Damage,
  type KnownBlock,
  type RowsOf,
  type TrailSpan,
  verifyChain,
} from './verify-chain.ts'
