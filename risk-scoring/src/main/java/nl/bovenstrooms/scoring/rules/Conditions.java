package nl.bovenstrooms.scoring.rules;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles expressions of the rule book, once, against the vocabulary of {@link Facts} and the book's own lists and tables.
 *
 * <p>What an expression can cost is bounded: CEL has no loops but those over lists, a list of facts has at most 200 entries,
 * and all loops of one evaluation together make at most {@value #MOST_ITERATIONS} steps; regular expressions run in
 * linear time.
 */
final class Conditions {

    private static final int MOST_ITERATIONS = 20_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxExpressionCodePointSize(4_000)
            .maxParseRecursionDepth(50)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, CelType> variables = new LinkedHashMap<>(vocabulary.variables());
    private final Map<String, Object> constants = new LinkedHashMap<>();

    /**
     * @param lists by name, for example the countries of South America
     * @param tables by name, each from a key to a list
     */
    Conditions(Map<String, List<String>> lists, Map<String, Map<String, List<String>>> tables) {
        var list = ListType.create(SimpleType.STRING);
        lists.forEach((name, values) -> define(name, list, values));
        tables.forEach((name, values) -> define(name, MapType.create(SimpleType.STRING, list), values));
    }

    private void define(String name, CelType type, Object value) {
        if (variables.putIfAbsent(name, type) != null) {
            throw new RuleBookRefused("the name '" + name + "' is taken: a list or table needs one of its own");
        }
        constants.put(name, value);
    }

    /** @throws CelValidationException with the place of the mistake, when it is not an expression of that type */
    Expression compile(String text, CelType result) throws CelValidationException {
        return new Expression(program(compiler().setResultType(result).build(), text));
    }

    /** @throws CelValidationException with the place of the mistake */
    Expression compile(String text) throws CelValidationException {
        return new Expression(program(compiler().build(), text));
    }

    /** What expressions see of a container: its facts, and the lists and tables of the book. */
    Map<String, Object> valuesOf(Facts facts) {
        var values = new LinkedHashMap<>(constants);
        values.putAll(Vocabulary.valuesOf(facts));
        return values;
    }

    private dev.cel.compiler.CelCompilerBuilder compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(vocabulary);
        variables.forEach(builder::addVar);
        return builder;
    }

    private static CelRuntime.Program program(CelCompiler compiler, String text) throws CelValidationException {
        var tree = compiler.compile(text).getAst();
        try {
            return RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked expression becomes a program: " + text, e);
        }
    }

    /** A compiled expression; safe for many threads. */
    record Expression(CelRuntime.Program program) {

        Object evaluate(Map<String, Object> values) throws CelEvaluationException {
            return program.eval(values);
        }
    }
}
