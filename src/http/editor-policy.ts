/**
 * Styles that Yasgui 4.6 writes into its page, allowed by what they are and by nothing else: the rules of the
 * handles between a table's columns (a `<style>`), and the underlined words of the note on a syntax error (a
 * `style` attribute, for which CSP wants 'unsafe-hashes'). All other styles it sets by script, which CSP lets pass.
 */
const yasguiStyles = [
  'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk=',
  'sha256-EntWS0hFrz2vH7susM+dPUxvHlL6sBswmM8K80E5oUk=',
];

/**
 * The content security policy of the page with the editor: that of every page, and besides scripts of this origin and
 * requests to it. No inline script, no eval, and no style but files and the two above.
 */
export function editorPolicy(policy: string): string {
  const styles = `style-src 'self' 'unsafe-hashes' ${yasguiStyles.map(hash => `'${hash}'`).join(' ')}`;
  return [policy.replace(/style-src [^;]*/, styles), "script-src 'self'", "connect-src 'self'"].join(';');
}
