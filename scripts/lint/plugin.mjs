// Rules of this house for oxlint, which loads them by .oxlintrc.json. Their API is ESLint's.
import { relative, sep } from 'node:path';
import { importFault, nameFault } from './import-fault.mjs';
import { callsFile } from './rooms.mjs';
import { textsInLocaleFiles } from './texts.mjs';

/** Every import is one that scripts/lint/rooms.mjs allows. */
const directions = {
  create(context) {
    const file = pathOf(context);
    const check = (node, isType) => {
      if (typeof node?.value === 'string') tell(context, node, importFault(file, node.value, isType));
    };
    const checkName = (declaration, node, name) => tell(context, node, nameFault(file, declaration.source.value, name));
    return {
      ImportDeclaration(node) {
        check(node.source, isTypeOnly(node));
        for (const specifier of node.specifiers) checkName(node, specifier, specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : null);
      },
      ExportNamedDeclaration(node) {
        if (node.source === null) return;
        check(node.source, node.exportKind === 'type');
        for (const specifier of node.specifiers) checkName(node, specifier, nameOf(specifier.local));
      },
      ExportAllDeclaration(node) {
        check(node.source, node.exportKind === 'type');
        checkName(node, node, null);
      },
      ImportExpression(node) {
        check(node.source, false);
        if (node.source.type === 'Literal') checkName(node, node, null);
      },
      TSImportType(node) {
        check(node.source, true);
      },
      CallExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') check(node.arguments[0], false);
      },
    };
  },
};

/** Calls of pages are registered at one place, behind its checks of who calls and with what. */
const oneWayIn = {
  create(context) {
    const file = pathOf(context);
    if (!file.startsWith('main/') || file === callsFile) return {};
    return {
      MemberExpression(node) {
        const isIpc = node.object.type === 'Identifier' && node.object.name === 'ipcMain';
        if (isIpc || (!node.computed && node.property.name === 'ipc')) tell(context, node, `Only ${callsFile} may listen to pages, and this is ${file}.`);
      },
    };
  },
};

const texts = {
  create: (context) => textsInLocaleFiles(context, pathOf(context)),
};

const plugin = { meta: { name: 'station' }, rules: { directions, 'one-way-in': oneWayIn, 'texts-in-locale-files': texts } };
export default plugin;

function pathOf(context) {
  return relative(context.cwd, context.filename).split(sep).join('/');
}

function tell(context, node, message) {
  if (message !== null) context.report({ node, message });
}

function isTypeOnly({ importKind, specifiers }) {
  return importKind === 'type' || (specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === 'type'));
}

function nameOf(node) {
  return node.type === 'Literal' ? node.value : node.name;
}
