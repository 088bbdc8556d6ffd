package nl.bovenstrooms.queue.review;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import nl.bovenstrooms.problems.Problem;

/** Tells why something can't be done with a case, in both languages: {@code why}. */
@Provider
public class CaseRefusedMapper implements ExceptionMapper<CaseRefused> {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    @Override
    public Response toResponse(CaseRefused refused) {
        var problem =
                switch (refused.refusal()) {
                    case LEASE_LOST -> Problem.of("lease-lost", "You do not hold this case", CONFLICT);
                    case CASE_CHANGED -> Problem.of("case-changed", "The case changed", CONFLICT);
                    case IMAGE_NOT_OPENED -> Problem.of("image-not-opened", "The image was not opened", CONFLICT);
                    case NOT_REVEALED -> Problem.of("not-revealed", "The marks were not revealed", CONFLICT);
                    case NOTE_TOO_SHORT -> Problem.of("note-not-suitable", "The note does not suffice", UNPROCESSABLE);
                    case DECISION_NOT_POSSIBLE ->
                        Problem.of("decision-not-possible", "This decision is not possible", UNPROCESSABLE);
                    case NOTHING_HERE -> Problem.of("nothing-here", "There is nothing here", NOT_FOUND);
                };
        return problem.withDetail(refused.why().en())
                .with("why", refused.why())
                .build()
                .toResponse();
    }
}
