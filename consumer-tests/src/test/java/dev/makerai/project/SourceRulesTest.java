package dev.makerai.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceRulesTest {
    private static final Pattern BAG_OF_THINGS = Pattern.compile(".*(Utils?|Helpers?|Manager|Impl)\\.java");
    private static final Pattern TYPE = Pattern.compile(
            "^(public )?(?:abstract |final |sealed |non-sealed )*(?:class|interface|record|enum|@interface) ",
            Pattern.MULTILINE);

    /** How many types this package shows is the service's decision; tests of their own compare them with its schema. */
    private static final Path WORDS_OF_THE_WIRE = Path.of("dev", "makerai", "responses");

    static List<String> modules() {
        return Repository.PUBLISHED_MODULES;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void filesStaySmall(String module) {
        List<Integer> lines = Repository.javaFiles(Repository.mainSources(module)).stream()
                .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                .map(file -> (int) Repository.read(file).lines().count())
                .sorted()
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        int longest = lines.get(lines.size() - 1);
        int ninthDecile = lines.get((int) Math.floor(0.9 * (lines.size() - 1)));
        int median = lines.get((lines.size() - 1) / 2);

        assertTrue(longest <= 450, "The longest file has " + longest + " lines");
        assertTrue(ninthDecile <= 250, "Nine files in ten should have at most 250 lines: " + ninthDecile);
        assertTrue(median <= 100, "Half of the files should have at most 100 lines: " + median);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void publicTypesAreTheSmallerPartOrAFewOverHalf(String module) {
        List<Path> files = Repository.javaFiles(Repository.mainSources(module)).stream()
                .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                .filter(file -> !file.getParent().endsWith(WORDS_OF_THE_WIRE))
                .toList();
        long publicFiles = files.stream().filter(SourceRulesTest::isPublic).count();

        assertTrue(
                publicFiles <= Math.ceil(0.6 * files.size()),
                publicFiles + " of " + files.size() + " files are public: hide what users need not see");
    }

    @Test
    void noTypeIsABagOfThings() {
        List<String> bags = Repository.PUBLISHED_MODULES.stream()
                .flatMap(module -> Repository.javaFiles(Repository.mainSources(module)).stream())
                .map(file -> file.getFileName().toString())
                .filter(name -> BAG_OF_THINGS.matcher(name).matches())
                .toList();

        assertEquals(List.of(), bags, "Name these after what they do");
    }

    @Test
    void everyPackageRefusesNullUnlessItSaysOtherwise() {
        List<Path> unmarked = Repository.PUBLISHED_MODULES.stream()
                .flatMap(module -> Repository.javaFiles(Repository.mainSources(module)).stream())
                .map(Path::getParent)
                .distinct()
                .filter(folder -> Repository.javaFiles(folder).stream()
                        .anyMatch(file -> file.getParent().equals(folder) && !file.endsWith("module-info.java")))
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))
                        || !Repository.read(folder.resolve("package-info.java")).contains("@NullMarked"))
                .toList();

        assertEquals(List.of(), unmarked, "These packages need a package-info.java with @NullMarked");
    }

    private static boolean isPublic(Path file) {
        Matcher type = TYPE.matcher(Repository.read(file));
        return type.find() && type.group(1) != null;
    }
}
