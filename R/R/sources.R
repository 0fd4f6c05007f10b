# Data of R's for models that are larger than memory: objects of the package arrow, and results of
# queries by DBI. rkeras_py/bridge/r_sources.py calls these functions.

arrow_classes <- c(
  "ArrowTabular", "Dataset", "RecordBatchReader", "Scanner", "arrow_dplyr_query"
)

# Write the rows of an object of arrow's to the C stream at an address, which is a string of digits.
export_arrow <- function(object, address) {
  if (!inherits(object, arrow_classes)) {
    return(FALSE)
  }
  reader <- getExportedValue("arrow", "as_record_batch_reader")(object)
  reader$export_to_c(address)
  TRUE
}

# A function that gives so many rows of the result of a query as a data frame, or NULL at its end.
# DuckDB's own R package holds a result as a whole, unless arrow reads it.
query_rows <- function(connection, query) {
  if (!methods::is(connection, "DBIConnection")) {
    stop("`database` must be the path of a file or a connection of DBI", call. = FALSE)
  }
  from_dbi <- function(name) getExportedValue("DBI", name)
  result <- from_dbi("dbSendQuery")(connection, query)
  function(rows) {
    frame <- if (!is.null(result)) from_dbi("dbFetch")(result, n = rows)
    if (is.null(frame) || nrow(frame) == 0) {
      if (!is.null(result)) from_dbi("dbClearResult")(result)
      result <<- NULL
      return(NULL)
    }
    frame
  }
}

query_stream <- function(connection, query, address) {
  if (!inherits(connection, "duckdb_connection") || !requireNamespace("arrow", quietly = TRUE)) {
    return(FALSE)
  }
  result <- getExportedValue("DBI", "dbSendQuery")(connection, query, arrow = TRUE)
  export_arrow(getExportedValue("duckdb", "duckdb_fetch_record_batch")(result), address)
}
