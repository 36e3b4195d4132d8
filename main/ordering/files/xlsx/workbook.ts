import type { Breath } from '../breathe.ts';
import { OrderFileFault } from '../order-file.ts';
import { readPart } from './read-part.ts';
import type { ZipParts } from './zip-parts.ts';

/** Where things are in a workbook (ECMA-376 part 1, 12.3 and 18.2). */
export interface Workbook {
  /** The visible sheets. */
  sheets: { name: string; part: string }[];
  /** Days are counted from 1904, as old Macintoshes did. */
  isFrom1904: boolean;
  strings: string | null;
  styles: string | null;
}

interface Relation {
  type: string;
  part: string;
}

/** Throws an `OrderFileFault`: `not-recognised` for what is in such a container and no XLSX workbook. */
export async function readWorkbook(parts: ZipParts, breath: Breath): Promise<Workbook> {
  const roots = await relationsOf(parts, '', breath);
  const root = Array.from(roots.values()).find(({ type }) => type === 'officeDocument')?.part;
  if (root === undefined || !root.endsWith('.xml') || !parts.has(root)) throw otherThanWorkbook(parts, root);
  const relations = await relationsOf(parts, root, breath);
  const workbook: Workbook = { sheets: [], isFrom1904: false, strings: partOf(relations, 'sharedStrings'), styles: partOf(relations, 'styles') };
  let isWorkbook = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'workbook') isWorkbook = true;
    if (name === 'workbookPr') workbook.isFrom1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
    const relation = relations.get(relationIdOf(attributes));
    if (relation?.type === 'worksheet') workbook.sheets.push({ name: attributes['name'] ?? '', part: relation.part });
  };
  await readPart(parts, root, { open }, breath);
  if (!isWorkbook) throw new OrderFileFault('not-recognised', { found: 'office' });
  return workbook;
}

function otherThanWorkbook(parts: ZipParts, root: string | undefined): OrderFileFault {
  if (root?.endsWith('.bin') === true) return new OrderFileFault('not-recognised', { found: 'xlsb' });
  if (parts.has('META-INF/manifest.xml') && parts.has('content.xml')) return new OrderFileFault('not-recognised', { found: 'ods' });
  return new OrderFileFault('not-recognised', { found: 'zip' });
}

/** The attribute is `r:id`, whatever prefix stands for the namespace. */
function relationIdOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => /:id$/i.test(name))?.[1] ?? '';
}

function partOf(relations: ReadonlyMap<string, Relation>, type: string): string | null {
  return Array.from(relations.values()).find((relation) => relation.type === type)?.part ?? null;
}

/** What a part refers to, by id (ECMA-376 part 2, 9.3); '' is the container itself. */
async function relationsOf(parts: ZipParts, part: string, breath: Breath): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = new Map<string, Relation>();
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
    const type = attributes['Type']?.split('/').at(-1) ?? '';
    // Resolved as a browser would: targets begin with a slash, or go up.
    const target = new URL(attributes['Target'] ?? '', `part:///${folder}`).pathname;
    relations.set(attributes['Id'] ?? '', { type, part: decodeURIComponent(target.slice(1)) });
  };
  await readPart(parts, `${folder}_rels/${part.slice(folder.length)}.rels`, { open }, breath);
  return relations;
}
