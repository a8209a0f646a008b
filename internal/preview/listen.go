package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"syscall"
)

// maxPorts is how many ports are tried before any free one is taken.
const maxPorts = 20

// loopback are the listeners of one preview: for IPv4, and for IPv6 where there is such a thing. Both have one port.
type loopback struct {
	port int
	all  []net.Listener
}

// listen opens a port on this computer's loopback, never on a network. When the port is taken, the next ones are tried,
// unless it is fixed.
func listen(port int, fixed bool) (loopback, error) {
	first := port
	for {
		l, err := listenAt(port)
		switch {
		case err == nil:
			return l, nil
		case fixed && isTaken(err):
			return loopback{}, fmt.Errorf("port %d is taken by another program; name another with --port, or leave --port out", port)
		case fixed || port == 0 && !isTaken(err):
			return loopback{}, fmt.Errorf("open a port for the preview: %w", err)
		case port > 0 && port < first+maxPorts && port < 65535:
			port++
		default:
			port = 0
		}
	}
}

func listenAt(port int) (loopback, error) {
	v4, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return loopback{}, err
	}
	port = v4.Addr().(*net.TCPAddr).Port
	l := loopback{port: port, all: []net.Listener{v4}}
	v6, err := net.Listen("tcp6", net.JoinHostPort("::1", strconv.Itoa(port)))
	switch {
	case err == nil:
		l.all = append(l.all, v6)
	case isTaken(err):
		// A browser that is told "localhost" may ask [::1] first and would see the other program.
		l.close()
		return loopback{}, err
	}
	return l, nil
}

// isTaken says whether another program has the port. Windows has numbers of its own: in use, and reserved.
func isTaken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, syscall.Errno(10048)) || errors.Is(err, syscall.Errno(10013))
}

func (l loopback) close() {
	for _, one := range l.all {
		one.Close()
	}
}

func (l loopback) context(ctx context.Context) func(net.Listener) context.Context {
	return func(net.Listener) context.Context { return ctx }
}

// serve answers on every listener. The channel tells of the first that fails.
func (l loopback) serve(s *http.Server) <-chan error {
	failed := make(chan error, len(l.all))
	for _, one := range l.all {
		go func() {
			if err := s.Serve(one); !errors.Is(err, http.ErrServerClosed) {
				failed <- err
			}
		}()
	}
	return failed
}
