/**
 * The code that README and Javadoc show, compiled and run. To add a snippet:
 *
 * <ol>
 *   <li>Write it in the Javadoc as a block of {@code <pre>} and {@code @code}, or in the README as a block of
 *       {@code java}.
 *   <li>Copy it into a test of its package's {@code …SnippetsTest} here. Layout and comments may differ, and what is
 *       left open, such as {@code folder}, is a variable or method of the test.
 *   <li>Assert what its comments claim.
 * </ol>
 *
 * <p>Code that reads the environment ({@code MakerAi.fromEnv()}), a file by a relative name, or prints stands in the
 * {@code main} method of a nested class, which {@link dev.makerai.snippets.Program} runs. {@code SnippetsTest} lists the
 * snippets that stand in no test.
 */
package dev.makerai.snippets;
