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
}
