package dev.makerai.printing.mesh;

import static dev.makerai.printing.mesh.AsciiTokens.keyword;

/**
 * Reads text STL by words, so line ends mean nothing but the end of a name, and keywords are known in any case.
 *
 * <p>Tolerated, since real files have it: anything in place of the normal's numbers (corners alone count), words behind
 * {@code endloop} and {@code endfacet}, facets without these two, and a name that holds keywords.
 */
final class AsciiStl {
    private static final byte[] SOLID = keyword("solid");
    private static final byte[] ENDSOLID = keyword("endsolid");
    private static final byte[] FACET = keyword("facet");
    private static final byte[] NORMAL = keyword("normal");
    private static final byte[] OUTER = keyword("outer");
    private static final byte[] LOOP = keyword("loop");
    private static final byte[] VERTEX = keyword("vertex");
    private static final byte[] ENDLOOP = keyword("endloop");
    private static final byte[] ENDFACET = keyword("endfacet");

    /** How many words of {@code facet normal 0 0 1 outer loop vertex} come before these. */
    private static final int NORMAL_AT = 2;

    private static final int OUTER_AT = 5;
    private static final int VERTEX_AT = 8;

    private final AsciiTokens tokens;
    private final FacetConsumer consumer;
    private final RepeatedWarnings warnings = new RepeatedWarnings();
    private final float[] block = new float[FacetConsumer.BLOCK * FacetConsumer.STRIDE];
    /** The normal of a facet that begins behind a name. */
    private final float[] firstNormal = new float[3];

    private int inBlock;
    private long facets;
    private long solids;
    private boolean trailingText;
    /** Whether there is a current word; false once the file has ended. */
    private boolean more;

    private AsciiStl(StlInput input, FacetConsumer consumer) {
        this.tokens = new AsciiTokens(input);
        this.consumer = consumer;
    }

    /** Reads the file from its first word, which is {@code solid} or {@code facet}. */
    static StlContent read(StlInput input, FacetConsumer consumer) {
        AsciiStl reader = new AsciiStl(input, consumer);
        reader.file();
        reader.flush();
        return new StlContent(MeshFormat.STL_ASCII, reader.solids, reader.facets, reader.warnings.list());
    }

    private void file() {
        advance();
        boolean begins = true;
        while (more) {
            if (begins && tokens.is(SOLID)) {
                solids++;
                body(skipName(true));
            } else if (begins && tokens.is(FACET)) {
                solids++;
                warn("missing_solid", "Facets begin without the line \"solid\".");
                body(false);
            } else if (begins && cutOff(SOLID, FACET)) {
                return;
            } else {
                if (!trailingText) {
                    trailingText = true;
                    warn("trailing_text", "There is text behind the last solid; it was not read.");
                }
                advance();
            }
            begins = tokens.firstOfLine();
        }
    }

    /**
     * Skips the name behind {@code solid} or {@code endsolid}: the rest of the line, or in a file without lines all up
     * to a facet. Since a name may be {@code facet normal 0 0 1}, these words are a facet only if its loop follows.
     *
     * @return whether a facet has begun and the current word is the first {@code vertex}
     */
    private boolean skipName(boolean ofSolid) {
        int matched = 0;
        boolean endsSolid = false;
        MeshFormatException doubt = null;
        tokens.cutLongWords(true);
        while (matched < VERTEX_AT && advance()) {
            boolean fits = fitsFacet(matched);
            if (tokens.firstOfLine() && (matched == 0 || !fits)) {
                tokens.cutLongWords(false);
                return false;
            }
            if (fits) {
                matched = fitted(matched);
            } else if (!tokens.isCutOff(OUTER, LOOP, VERTEX)) {
                doubt = doubt == null && matched >= OUTER_AT ? unexpected("\"outer loop\" with its vertices") : doubt;
                matched = tokens.is(FACET) ? 1 : 0;
                endsSolid |= ofSolid && tokens.is(ENDSOLID);
            }
        }
        tokens.cutLongWords(false);
        if (doubt != null && (matched == VERTEX_AT || endsSolid)) {
            // The file has no lines, so what began like a facet was one.
            throw doubt;
        }
        if (ofSolid && !more && matched > NORMAL_AT && !tokens.firstOfLine()) {
            leftOut();
        }
        return matched == VERTEX_AT;
    }

    /** Goes on by the word that fits, and keeps the normal. */
    private int fitted(int matched) {
        boolean outer = tokens.is(OUTER);
        for (int i = Math.max(0, matched - NORMAL_AT); i < firstNormal.length && matched < OUTER_AT; i++) {
            firstNormal[i] = Float.NaN;
        }
        if (matched >= NORMAL_AT && matched < OUTER_AT && !outer) {
            firstNormal[matched - NORMAL_AT] = tokens.number();
        }
        return outer ? OUTER_AT + 1 : matched + 1;
    }

    /** Whether the word may follow so many words of {@code facet normal 0 0 1 outer loop vertex}. */
    private boolean fitsFacet(int matched) {
        return switch (matched) {
            case 0 -> tokens.is(FACET);
            case 1 -> tokens.is(NORMAL);
            case 2 -> tokens.looksNumeric();
            case 3, 4 -> tokens.looksNumeric() || tokens.is(OUTER) || !tokens.firstOfLine();
            case OUTER_AT -> tokens.is(OUTER);
            case OUTER_AT + 1 -> tokens.is(LOOP);
            default -> tokens.is(VERTEX);
        };
    }

    /** Reads facets up to the end of the solid. */
    private void body(boolean inFacet) {
        if (inFacet) {
            facet(true);
        }
        while (more) {
            if (tokens.is(FACET)) {
                facet(false);
            } else if (tokens.is(ENDSOLID)) {
                if (!skipName(false)) {
                    return;
                }
                // The next solid has begun on the same line.
                solids++;
                facet(true);
            } else if (tokens.is(SOLID) && tokens.firstOfLine()) {
                break;
            } else if (cutOff(FACET, ENDSOLID, SOLID)) {
                break;
            } else if (tokens.firstOfLine()) {
                throw unexpected("\"facet\" or \"endsolid\"");
            } else {
                advance();
            }
        }
        warn("missing_endsolid", "The solid has no line \"endsolid\"; the file may have been cut off.");
    }

    private void facet(boolean atVertex) {
        if (inBlock == FacetConsumer.BLOCK) {
            flush();
        }
        int at = inBlock * FacetConsumer.STRIDE;
        if ((atVertex ? firstNormal(at) : advance() && normal(at)) && corners(at + 3)) {
            endOfFacet();
            inBlock++;
            facets++;
        } else {
            leftOut();
        }
    }

    private void leftOut() {
        warn("truncated", "The file ends inside a facet, which was left out. Export or download it again.");
        more = false;
    }

    private boolean firstNormal(int at) {
        System.arraycopy(firstNormal, 0, block, at, firstNormal.length);
        return true;
    }

    /** Reads the normal and {@code outer loop}. @return false if the file ends */
    private boolean normal(int at) {
        if (tokens.is(NORMAL)) {
            advance();
        }
        int out = at;
        while (more && out < at + 3 && !tokens.is(OUTER)) {
            checkComma();
            block[out++] = tokens.number();
            advance();
        }
        while (out < at + 3) {
            block[out++] = Float.NaN;
        }
        return expect(OUTER, "\"outer loop\"") && expect(LOOP, "\"outer loop\"");
    }

    private boolean expect(byte[] keyword, String what) {
        if (!more || tokens.isCutOff(keyword)) {
            return false;
        }
        if (!tokens.is(keyword)) {
            throw unexpected(what);
        }
        return advance();
    }

    /** Reads the three corners. @return false if the file ends before the word behind them does */
    private boolean corners(int at) {
        int out = at;
        for (int corner = 0; corner < 3; corner++) {
            if (!more || tokens.isCutOff(VERTEX)) {
                return false;
            }
            if (!tokens.is(VERTEX)) {
                throw corner > 0 && endsFacet() ? wrongVertexCount(corner) : unexpected("\"vertex\"");
            }
            for (int i = 0; i < 3; i++) {
                if (!advance() || (Float.isNaN(tokens.number()) && tokens.isCutOffNumber())) {
                    return false;
                }
                block[out++] = coordinate();
            }
            advance();
        }
        if (!more || tokens.isCutOff(VERTEX, ENDLOOP, ENDFACET, FACET, ENDSOLID)) {
            return false;
        }
        if (tokens.is(VERTEX)) {
            throw wrongVertexCount(4);
        }
        return true;
    }

    private float coordinate() {
        float value = tokens.number();
        if (Float.isNaN(value)) {
            checkComma();
            throw MeshFormatException.atLine(
                    "bad_number",
                    tokens.shown() + " stands where a vertex has a number such as 12.5 or 1.25e1.",
                    tokens.line());
        }
        return value + 0f;
    }

    /** Goes behind the closing keywords of a facet, as many as there are. */
    private void endOfFacet() {
        if (!endsFacet()) {
            throw unexpected("\"endloop\"");
        }
        while (more && (tokens.is(ENDLOOP) || tokens.is(ENDFACET))) {
            boolean last = tokens.is(ENDFACET);
            advance();
            while (more && !endsFacet() && !tokens.is(SOLID) && !cutOff(ENDFACET, FACET, ENDSOLID, SOLID)) {
                if (tokens.firstOfLine()) {
                    throw unexpected(last ? "\"facet\" or \"endsolid\"" : "\"endfacet\"");
                }
                advance();
            }
        }
    }

    private boolean endsFacet() {
        return tokens.is(ENDLOOP) || tokens.is(ENDFACET) || tokens.is(FACET) || tokens.is(ENDSOLID);
    }

    /** Whether the file ends within one of these keywords, behind whole facets; says so and leaves no word. */
    private boolean cutOff(byte[]... keywords) {
        if (!more || !tokens.isCutOff(keywords)) {
            return false;
        }
        warn(
                "truncated",
                "The file ends within a keyword, at " + tokens.shown() + "; all whole facets were read. Export or"
                        + " download it again.");
        more = false;
        return true;
    }

    private boolean advance() {
        more = tokens.next();
        return more;
    }

    private void flush() {
        if (inBlock > 0) {
            consumer.accept(block, inBlock);
            inBlock = 0;
        }
    }

    private void checkComma() {
        if (tokens.hasDecimalComma()) {
            throw MeshFormatException.atLine(
                    "decimal_comma",
                    tokens.shown() + " has a decimal comma; STL needs a point. Export it again with English number"
                            + " format.",
                    tokens.line());
        }
    }

    private MeshFormatException wrongVertexCount(int count) {
        return MeshFormatException.atLine(
                "wrong_vertex_count",
                "A facet has " + (count > 3 ? "more than 3" : "only " + count) + " vertices; STL facets are triangles.",
                tokens.line());
    }

    private MeshFormatException unexpected(String wanted) {
        return MeshFormatException.atLine(
                "unexpected_text", tokens.shown() + " stands where " + wanted + " should.", tokens.line());
    }

    private void warn(String code, String message) {
        warnings.add(code, message, tokens.line());
    }
}
