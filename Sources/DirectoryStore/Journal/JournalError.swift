/// Why the desk's journal cannot be used. The journal is precious: whatever happens, the file is left as it is.
public struct JournalError: Error, Equatable, Sendable {
  public var cause: StoreError
  public init(_ cause: StoreError) { self.cause = cause }

  static func mapping<Value>(_ path: String, _ body: () throws -> Value) throws(JournalError) -> Value {
    do {
      return try body()
    } catch let error as JournalError {
      throw error
    } catch {
      let failure = error
      do throws(StoreError) {
        return try StoreError.mapping(path) { () throws -> Value in throw failure }
      } catch {
        throw JournalError(error)
      }
    }
  }
}
