package dev.switchboard.sandbox.shopify;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;

/** A top-level GraphQL error of the vendor's kind: a message and a code. */
final class AdminApiException extends RuntimeException implements GraphQLError {

    private final String code;

    AdminApiException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    @Override
    public List<SourceLocation> getLocations() {
        return List.of();
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", code);
    }
}
