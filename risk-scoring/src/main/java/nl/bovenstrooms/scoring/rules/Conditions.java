package nl.bovenstrooms.scoring.rules;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles expressions of the rule book, once, against the vocabulary of {@link Facts} and the book's own lists and tables.
 *
 * <p>What an expression can cost is bounded, whoever wrote it. It is short, and knows no function but those listed here: no
 * regular expressions, no times, nothing that reads a clock. There are no loops but those over lists, a list of facts has at
 * most 200 entries, and everything an evaluation looks at and makes is counted until {@value #MOST_STEPS}. Lists of lists are
 * refused, since a list that holds another one many times over is small to make and endless to compare.
 */
final class Conditions {

    private static final int MOST_STEPS = 100_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(20_000)
            .maxExpressionCodePointSize(2_000)
            .maxParseRecursionDepth(50)
            .enableHomogeneousLiterals(true)
            .build();

    private static final CelStandardDeclarations FUNCTIONS = CelStandardDeclarations.newBuilder()
            .includeFunctions(
                    StandardFunction.LOGICAL_AND,
                    StandardFunction.LOGICAL_OR,
                    StandardFunction.LOGICAL_NOT,
                    StandardFunction.CONDITIONAL,
                    StandardFunction.NOT_STRICTLY_FALSE,
                    StandardFunction.EQUALS,
                    StandardFunction.NOT_EQUALS,
                    StandardFunction.LESS,
                    StandardFunction.LESS_EQUALS,
                    StandardFunction.GREATER,
                    StandardFunction.GREATER_EQUALS,
                    StandardFunction.ADD,
                    StandardFunction.SUBTRACT,
                    StandardFunction.MULTIPLY,
                    StandardFunction.DIVIDE,
                    StandardFunction.NEGATE,
                    StandardFunction.IN,
                    StandardFunction.INDEX,
                    StandardFunction.SIZE,
                    StandardFunction.CONTAINS,
                    StandardFunction.STARTS_WITH,
                    StandardFunction.ENDS_WITH,
                    StandardFunction.DOUBLE)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, CelType> variables = new LinkedHashMap<>(vocabulary.variables());
    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final DeclaredAgainstSeen comparing;

    /**
     * @param comparing what is declared with what is seen
     * @param lists by name, for example the countries of South America
     * @param tables by name, each from a key to a list
     */
    Conditions(
            DeclaredAgainstSeen comparing,
            Map<String, List<String>> lists,
            Map<String, Map<String, List<String>>> tables) {
        this.comparing = comparing;
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

    /**
     * @throws CelValidationException with the place of the mistake, when it is not an expression of that type
     * @throws IllegalArgumentException when it makes values that can't be bounded
     */
    Expression compile(String text, CelType result) throws CelValidationException {
        return expression(compiler().setResultType(result).build(), text);
    }

    /**
     * @throws CelValidationException with the place of the mistake
     * @throws IllegalArgumentException when it makes values that can't be bounded
     */
    Expression compile(String text) throws CelValidationException {
        return expression(compiler().build(), text);
    }

    Match match(Facts facts) {
        return comparing.match(facts);
    }

    /** What expressions see of a container: its facts, how they match, and the lists and tables of the book. */
    Map<String, Object> valuesOf(Facts facts) {
        var values = new LinkedHashMap<>(constants);
        values.putAll(Vocabulary.valuesOf(facts));
        values.put(Vocabulary.MATCH, Vocabulary.valuesOf(comparing.match(facts)));
        return values;
    }

    private CelCompilerBuilder compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(FUNCTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(vocabulary);
        variables.forEach(builder::addVar);
        return builder;
    }

    private static Expression expression(CelCompiler compiler, String text) throws CelValidationException {
        var tree = compiler.compile(text).getAst();
        tree.getTypeMap().values().forEach(Conditions::requireFlat);
        try {
            return new Expression(RUNTIME.createProgram(tree));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked expression becomes a program: " + text, e);
        }
    }

    private static void requireFlat(CelType type) {
        if (type.kind() == CelKind.DYN
                || (type instanceof ListType list && !isPlain(list.elemType()))
                || (type instanceof MapType map
                        && !isPlain(map.valueType())
                        && !(map.valueType() instanceof ListType list && isPlain(list.elemType())))) {
            throw new IllegalArgumentException(
                    "lists of lists, and values of no certain type, are not allowed: " + type.name());
        }
    }

    private static boolean isPlain(CelType type) {
        return type.kind() != CelKind.LIST && type.kind() != CelKind.MAP && type.kind() != CelKind.DYN;
    }

    /** A compiled expression; safe for many threads. */
    record Expression(CelRuntime.Program program) {

        /** @throws CelEvaluationException when a value is absent, or the expression costs too much */
        Object evaluate(Map<String, Object> values) throws CelEvaluationException {
            var budget = new Budget();
            var result = program.trace(values, budget);
            // An "or" forgets the errors of its one side when the other is true.
            budget.requireSome();
            return result;
        }
    }

    /** Counts what an evaluation looks at and makes; the same for the same values, on every machine. */
    private static final class Budget implements CelEvaluationListener {

        private static final int CHARACTERS_PER_STEP = 16;

        private long steps;

        @Override
        public void callback(CelExpr expression, Object value) {
            steps += 1 + sizeOf(value);
            requireSome();
        }

        private static long sizeOf(Object value) {
            if (value instanceof String text) {
                return text.length() / CHARACTERS_PER_STEP;
            }
            return value instanceof Collection<?> list ? list.size() / CHARACTERS_PER_STEP : 0;
        }

        void requireSome() {
            if (steps > MOST_STEPS) {
                throw new IllegalStateException("it takes more than %d steps".formatted(MOST_STEPS));
            }
        }
    }
}
