import ts from 'typescript';

/** Attributes whose text people read or hear. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'errorMessage',
  'heading',
  'hint',
  'label',
  'placeholder',
  'summary',
  'title',
  'tooltip',
]);

const hasWords = (text: string) => /\p{L}/u.test(text);

/** `<Head label="original">`: a component of ours may take the last part of a key. */
function isKey({ parent, initializer }: ts.JsxAttribute): boolean {
  const component = /^[A-Z]/.test(parent.parent.tagName.getText());
  return component && !!initializer && ts.isStringLiteral(initializer) && /^[a-z_.]+$/.test(initializer.text);
}

/** Words that stand in a screen instead of under a key: `file:line: text`. Numbers and signs are no words. */
export function bareText(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const faults: string[] = [];
  const report = (node: ts.Node, text: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    faults.push(`${file}:${line + 1}: ${text.trim().replace(/\s+/g, ' ')}`);
  };

  /** Looks for words in what an expression shows: both arms of a condition, the fixed parts of a template. */
  const look = (node: ts.Node | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) {
      if (hasWords(node.text)) report(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      const fixed = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ');
      if (hasWords(fixed)) report(node, fixed);
      for (const { expression } of node.templateSpans) look(expression);
    } else if (ts.isConditionalExpression(node)) {
      look(node.whenTrue);
      look(node.whenFalse);
    } else if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) {
      look(node.expression);
    } else if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (
        kind === ts.SyntaxKind.PlusToken ||
        kind === ts.SyntaxKind.BarBarToken ||
        kind === ts.SyntaxKind.QuestionQuestionToken
      ) {
        look(node.left);
        look(node.right);
      }
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) look(node.right);
    }
  };

  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) report(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) look(node);
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && !isKey(node)) look(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return faults;
}
