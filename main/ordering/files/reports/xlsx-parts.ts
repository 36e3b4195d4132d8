import { columnLetters } from '../column-letters.ts';

/* The fixed parts of a workbook with one sheet (ECMA-376 part 1, 18). */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const part = (...lines: string[]): string => declaration + lines.join('');

export const contentTypes = part(
  `<Types xmlns="${packaged}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
);
export const packageRelations = part(
  `<Relationships xmlns="${packaged}/relationships">`,
  `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
);
/** The hidden name is how spreadsheets know which area the filter is of; `height` counts the header. */
export function workbookOf(width: number, height: number): string {
  const area = `$A$1:$${columnLetters(width - 1)}$${height}`;
  return part(
    `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>`,
    '<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets><definedNames>',
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'1'!${area}</definedName></definedNames></workbook>`,
  );
}
export const workbookRelations = part(
  `<Relationships xmlns="${packaged}/relationships">`,
  `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>`,
  `<Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
);

/** Positions in `cellXfs`. Format 49 is text: what a person types into such a cell stays a text, too. */
export const styleOf = { header: 1, text: 2 } as const;
export const styles = part(
  `<styleSheet xmlns="${main}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
);

const narrowest = 8;
const widest = 60;
/** Rows that are measured. */
const measured = 1000;

/** In characters of the font's digits; Chinese ones take two. */
export function columnWidths(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): number[] {
  return columns.map((name, position) => {
    const cells = rows.slice(0, measured).map((row) => widthOf(String(row[position] ?? '')));
    return Math.min(widest, Math.max(narrowest, widthOf(name), ...cells) + 2);
  });
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text.slice(0, widest)) width += /[\u2E80-\uFFE6]/.test(character) ? 2 : 1;
  return width;
}

/** What stands before the rows. */
export function sheetStart(widths: readonly number[], width: number, height: number): string {
  const columns = widths.map((value, index) => `<col min="${index + 1}" max="${index + 1}" width="${value}" customWidth="1"/>`);
  return part(
    `<worksheet xmlns="${main}"><dimension ref="${areaOf(width, height)}"/><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    '<sheetData>',
  );
}

/** What stands after them. */
export function sheetEnd(width: number, height: number): string {
  return `</sheetData><autoFilter ref="${areaOf(width, height)}"/></worksheet>`;
}

function areaOf(width: number, height: number): string {
  return `A1:${columnLetters(width - 1)}${height}`;
}
