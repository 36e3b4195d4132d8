/** Properties whose value a person reads or hears, of components and of what Electron shows. */
const shown = new Set([
  'label',
  'title',
  'placeholder',
  'alt',
  'description',
  'error',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'message',
  'detail',
  'body',
  'buttonLabel',
  'sublabel',
  'toolTip',
]);

/** Where people are shown something: the pages, and what of main is Electron's. */
const shownFrom = /^(?:renderer\/|main\/shell\/|main\/index\.ts$)/;

/** A word: two letters beside each other. Signs, units of one letter and the names of letter keys are none. */
const word = /\p{L}{2}/u;

/** A sentence, or a word that is no English: nobody writes these but for people. */
const sentence = /\p{L}{2,}[,.!?]? \p{L}{2,}|[\p{Script=Cyrillic}\p{Script=Han}]/u;

const markup = /<\/?[a-z][^<>]*>/;

const nameOfTheApp = /Warehouse Station/g;

/** What people read is in the locale files, not in the code. Names of keys stand in <kbd>, texts to type in <code>. */
export function textsInLocaleFiles(context, file) {
  if (!shownFrom.test(file)) return {};
  const tell = (node, text) =>
    context.report({ node, message: `"${text.trim()}" is a text for people: it belongs in a locale file (renderer/i18n; of main, a JSON file in main/shell).` });
  const checkShown = (node) => {
    for (const [part, text] of textsOf(node)) if (word.test(text.replace(nameOfTheApp, ''))) tell(part, text);
  };
  const checkAny = (node, text) => {
    const plain = plainText(text);
    if ((markup.test(text) ? word : sentence).test(plain) && !isForNobody(node)) tell(node, plain);
  };
  return {
    JSXText(node) {
      if (!isVerbatim(node.parent)) checkShown(node);
    },
    JSXExpressionContainer(node) {
      if (node.parent.type === 'JSXElement' ? !isVerbatim(node.parent) : node.parent.type === 'JSXFragment' || shown.has(nameOf(node.parent.name))) {
        checkShown(node.expression);
      }
    },
    JSXAttribute(node) {
      if (node.value?.type === 'Literal' && shown.has(nameOf(node.name))) checkShown(node.value);
    },
    Property(node) {
      if (file.startsWith('main/') && shown.has(node.key.name)) checkShown(node.value);
    },
    Literal(node) {
      if (typeof node.value === 'string') checkAny(node, node.value);
    },
    TemplateElement(node) {
      checkAny(node, node.value.cooked ?? '');
    },
  };
}

/** The texts that an expression can come to, as far as they are written in it. */
function textsOf(node) {
  switch (node.type) {
    case 'JSXText':
      return [[node, node.value]];
    case 'Literal':
      return typeof node.value === 'string' ? [[node, node.value]] : [];
    case 'TemplateLiteral':
      return node.quasis.map((quasi) => [quasi, quasi.value.cooked ?? '']);
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case 'LogicalExpression':
      return [...textsOf(node.left), ...textsOf(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...textsOf(node.left), ...textsOf(node.right)] : [];
    default:
      return [];
  }
}

/** Without tags, paths and the app's name; nothing of a style sheet or a selector. */
function plainText(text) {
  if (/[{}[\]]/.test(text)) return '';
  return text.replace(/^[^<>]*>|<[^<>]*(?:>|$)/g, '\n').replace(/^(?:[A-Z]:\\|\/).*/, '').replace(nameOfTheApp, '');
}

/** For the log, for who reads an error in it, or a selector. */
function isForNobody(node) {
  const within = node.parent.type === 'TemplateLiteral' ? node.parent.parent : node.parent;
  if (within.type === 'NewExpression') return within.callee.name?.endsWith('Error') === true;
  if (within.type !== 'CallExpression' || within.callee.type !== 'MemberExpression') return false;
  return ['debug', 'info', 'warn', 'error', 'fatal', 'closest', 'matches', 'querySelector', 'querySelectorAll'].includes(within.callee.property.name);
}

function isVerbatim(node) {
  return node.type === 'JSXElement' && ['kbd', 'code'].includes(nameOf(node.openingElement.name).toLowerCase());
}

function nameOf(name) {
  return name.type === 'JSXIdentifier' ? name.name : '';
}
