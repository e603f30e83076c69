// SPDX-License-Identifier: MIT

// Package slog logs records: a time, a level, a message and attributes, written by a Handler.
package slog

import (
	"context"
	"errors"
	"log"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// Level is how important a record is.
type Level int

// The usual levels.
const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

// String gives the level's name, with what it is above or below as in "INFO+2".
func (l Level) String() string {
	name := func(base string, above Level) string {
		if above == 0 {
			return base
		}
		if above > 0 {
			base += "+"
		}
		return base + strconv.Itoa(int(above))
	}
	switch {
	case l < LevelInfo:
		return name("DEBUG", l-LevelDebug)
	case l < LevelWarn:
		return name("INFO", l-LevelInfo)
	case l < LevelError:
		return name("WARN", l-LevelWarn)
	}
	return name("ERROR", l-LevelError)
}

// MarshalJSON gives the name in quotes.
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// UnmarshalJSON reads what MarshalJSON gives.
func (l *Level) UnmarshalJSON(data []byte) error {
	s, err := strconv.Unquote(string(data))
	if err != nil {
		return err
	}
	return l.parse(s)
}

// AppendText appends the name.
func (l Level) AppendText(b []byte) ([]byte, error) { return append(b, l.String()...), nil }

// MarshalText gives the name.
func (l Level) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText reads a name, in any case.
func (l *Level) UnmarshalText(data []byte) error { return l.parse(string(data)) }

func (l *Level) parse(s string) (err error) {
	defer func() {
		if err != nil {
			err = errors.New("slog: level string " + strconv.Quote(s) + ": " + err.Error())
		}
	}()
	name, offset := s, 0
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		name = s[:i]
		if offset, err = strconv.Atoi(s[i:]); err != nil {
			return err
		}
	}
	switch strings.ToUpper(name) {
	case "DEBUG":
		*l = LevelDebug
	case "INFO":
		*l = LevelInfo
	case "WARN":
		*l = LevelWarn
	case "ERROR":
		*l = LevelError
	default:
		return errors.New("unknown name")
	}
	*l += Level(offset)
	return nil
}

// Level gives itself.
func (l Level) Level() Level { return l }

// Leveler gives a level.
type Leveler interface {
	Level() Level
}

// LevelVar is a level that may change while it is in use.
type LevelVar struct {
	val atomic.Int64
}

// Level gives the level.
func (v *LevelVar) Level() Level { return Level(v.val.Load()) }

// Set changes the level.
func (v *LevelVar) Set(l Level) { v.val.Store(int64(l)) }

// String shows it.
func (v *LevelVar) String() string { return "LevelVar(" + v.Level().String() + ")" }

// AppendText appends the level's name.
func (v *LevelVar) AppendText(b []byte) ([]byte, error) { return v.Level().AppendText(b) }

// MarshalText gives the level's name.
func (v *LevelVar) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText sets the level by its name.
func (v *LevelVar) UnmarshalText(data []byte) error {
	var l Level
	if err := l.UnmarshalText(data); err != nil {
		return err
	}
	v.Set(l)
	return nil
}

// Record is what is logged by one call.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr
	attrs   []Attr
}

// NewRecord makes a record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone gives a copy that shares nothing.
func (r Record) Clone() Record {
	r.attrs = append([]Attr(nil), r.attrs...)
	return r
}

// NumAttrs tells how many attributes there are.
func (r Record) NumAttrs() int { return len(r.attrs) }

// Attrs calls f with each attribute until it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

// AddAttrs adds attributes, without empty groups.
func (r *Record) AddAttrs(attrs ...Attr) {
	for _, a := range attrs {
		if !a.Value.isEmptyGroup() {
			r.attrs = append(r.attrs, a)
		}
	}
}

// Add adds attributes, given as to Logger.Info.
func (r *Record) Add(args ...any) { r.AddAttrs(toAttrs(args)...) }

// Source is a place in the program.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

func (s *Source) group() Value {
	var as []Attr
	if s.Function != "" {
		as = append(as, String("function", s.Function))
	}
	if s.File != "" {
		as = append(as, String("file", s.File))
	}
	if s.Line != 0 {
		as = append(as, Int("line", s.Line))
	}
	return GroupValue(as...)
}

// Source gives the place of the call, or nil.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	frame, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{frame.Function, frame.File, frame.Line}
}

// Handler writes records.
type Handler interface {
	Enabled(context.Context, Level) bool
	Handle(context.Context, Record) error
	WithAttrs(attrs []Attr) Handler
	WithGroup(name string) Handler
}

// Logger makes records and hands them to its Handler.
type Logger struct {
	handler Handler
}

// New makes a Logger.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

// Handler gives the Logger's Handler.
func (l *Logger) Handler() Handler { return l.handler }

// With gives a Logger that adds attributes to each record.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(toAttrs(args))}
}

// WithGroup gives a Logger that puts the attributes of each record into a group.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

// Enabled tells whether records of the level are written.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.handler.Enabled(ctx, level)
}

func (l *Logger) record(ctx context.Context, level Level, msg string, args []any, attrs []Attr) {
	if !l.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:]) // Callers, this function and the exported one are passed over
	r := NewRecord(time.Now(), level, msg, pcs[0])
	if args != nil {
		r.Add(args...)
	} else {
		r.AddAttrs(attrs...)
	}
	if ctx == nil {
		ctx = context.Background()
	}
	_ = l.handler.Handle(ctx, r)
}

// Log logs at a level. Args are keys with values, or Attrs.
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.record(ctx, level, msg, args, nil)
}

// LogAttrs logs at a level.
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	l.record(ctx, level, msg, nil, attrs)
}

// Debug logs at LevelDebug.
func (l *Logger) Debug(msg string, args ...any) { l.record(nil, LevelDebug, msg, args, nil) }

// DebugContext logs at LevelDebug.
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.record(ctx, LevelDebug, msg, args, nil)
}

// Info logs at LevelInfo.
func (l *Logger) Info(msg string, args ...any) { l.record(nil, LevelInfo, msg, args, nil) }

// InfoContext logs at LevelInfo.
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.record(ctx, LevelInfo, msg, args, nil)
}

// Warn logs at LevelWarn.
func (l *Logger) Warn(msg string, args ...any) { l.record(nil, LevelWarn, msg, args, nil) }

// WarnContext logs at LevelWarn.
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.record(ctx, LevelWarn, msg, args, nil)
}

// Error logs at LevelError.
func (l *Logger) Error(msg string, args ...any) { l.record(nil, LevelError, msg, args, nil) }

// ErrorContext logs at LevelError.
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.record(ctx, LevelError, msg, args, nil)
}

// ---- the default logger ----

var (
	defaultLogger  atomic.Pointer[Logger]
	logLoggerLevel LevelVar
)

// Default gives the Logger behind the package's functions.
func Default() *Logger {
	if l := defaultLogger.Load(); l != nil {
		return l
	}
	defaultLogger.CompareAndSwap(nil, New(&defaultHandler{}))
	return defaultLogger.Load()
}

// SetDefault changes it. Package log then writes to it, too.
func SetDefault(l *Logger) {
	defaultLogger.Store(l)
	if _, ok := l.handler.(*defaultHandler); !ok {
		log.SetOutput(&handlerWriter{l.handler, &logLoggerLevel, log.Flags()&(log.Lshortfile|log.Llongfile) != 0})
		log.SetFlags(0)
	}
}

// SetLogLoggerLevel sets the level of the bridge to package log and gives the one before.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = logLoggerLevel.Level()
	logLoggerLevel.Set(level)
	return oldLevel
}

// handlerWriter is the output of package log, as records.
type handlerWriter struct {
	h         Handler
	level     Leveler
	capturePC bool
}

func (w *handlerWriter) Write(buf []byte) (int, error) {
	level := w.level.Level()
	if !w.h.Enabled(context.Background(), level) {
		return 0, nil
	}
	var pc uintptr
	if w.capturePC {
		var pcs [1]uintptr
		runtime.Callers(4, pcs[:])
		pc = pcs[0]
	}
	n := len(buf)
	if n > 0 && buf[n-1] == '\n' {
		buf = buf[:n-1]
	}
	return n, w.h.Handle(context.Background(), NewRecord(time.Now(), level, string(buf), pc))
}

// NewLogLogger makes a logger of package log that writes to a Handler.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(&handlerWriter{h, level, true}, "", 0)
}

// With is Default().With.
func With(args ...any) *Logger { return Default().With(args...) }

// Log is Default().Log.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().record(ctx, level, msg, args, nil)
}

// LogAttrs is Default().LogAttrs.
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	Default().record(ctx, level, msg, nil, attrs)
}

// Debug is Default().Debug.
func Debug(msg string, args ...any) { Default().record(nil, LevelDebug, msg, args, nil) }

// DebugContext is Default().DebugContext.
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().record(ctx, LevelDebug, msg, args, nil)
}

// Info is Default().Info.
func Info(msg string, args ...any) { Default().record(nil, LevelInfo, msg, args, nil) }

// InfoContext is Default().InfoContext.
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().record(ctx, LevelInfo, msg, args, nil)
}

// Warn is Default().Warn.
func Warn(msg string, args ...any) { Default().record(nil, LevelWarn, msg, args, nil) }

// WarnContext is Default().WarnContext.
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().record(ctx, LevelWarn, msg, args, nil)
}

// Error is Default().Error.
func Error(msg string, args ...any) { Default().record(nil, LevelError, msg, args, nil) }

// ErrorContext is Default().ErrorContext.
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().record(ctx, LevelError, msg, args, nil)
}
