package dev.makerai.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * Calls the constructors of the records that every program reads. Calling them by reflection is as quick once it is
 * warm, but the first calls build method handles, which on JDK 25 took a quarter of the whole start of a program.
 */
public interface RecordFactory {
    /** Leaves all records to reflection. */
    RecordFactory REFLECTION = new RecordFactory() {
        @Override
        public @Nullable Object create(Class<?> type, @Nullable Object[] values) {
            return null;
        }
    };

    /**
     * Calls the canonical constructor.
     *
     * @param type the record
     * @param values the values of its components, in their order
     * @return the record, or null to leave this one to reflection
     */
    @Nullable
    Object create(Class<?> type, @Nullable Object[] values);

    /**
     * What a component of a primitive type holds if the JSON has no such member.
     *
     * @param type the record
     * @param component the primitive type
     * @return the value, or null to refuse a record without the member
     */
    default @Nullable Object missing(Class<?> type, Class<?> component) {
        return null;
    }
}
