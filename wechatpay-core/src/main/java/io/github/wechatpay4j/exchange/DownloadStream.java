/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.UnreadableResponseException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Exceptions;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * A download as a stream of bytes. A reader waits for the next piece, for as long as the
 * platform may be silent and the download may take, and never longer; whoever closes the
 * stream, from any thread, ends the wait and the download. To be read by one thread.
 */
final class DownloadStream extends InputStream {

	/** How many pieces are requested ahead of the reader. */
	private static final int AHEAD = 16;

	private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

	private final Pieces subscriber = new Pieces();

	private final Limits limits;

	private final LongSupplier nanoTime;

	private final long start;

	private byte[] current = {};

	private int position;

	private @Nullable Piece end;

	private long received;

	private volatile boolean closed;

	DownloadStream(Flux<DataBuffer> source, Limits limits, LongSupplier nanoTime) {
		this.limits = limits;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
		source.subscribe(this.subscriber);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (!advance()) {
			return -1;
		}
		int count = Math.min(length, this.current.length - this.position);
		System.arraycopy(this.current, this.position, target, offset, count);
		this.position += count;
		return count;
	}

	@Override
	public int available() {
		if (this.position < this.current.length) {
			return this.current.length - this.position;
		}
		Piece next = this.pieces.peek();
		return (next != null && next.bytes() != null) ? next.bytes().length : 0;
	}

	/** Goes to the next byte, if there is one. */
	private boolean advance() throws IOException {
		while (this.position == this.current.length) {
			Piece next = next();
			if (next.failure() != null) {
				throw failure(next.failure());
			}
			if (next.bytes() == null) {
				return false;
			}
			this.subscriber.request(1);
			count(next.bytes().length);
			this.current = next.bytes();
			this.position = 0;
		}
		return true;
	}

	private Piece next() throws IOException {
		if (this.end != null) {
			return this.end;
		}
		if (this.closed) {
			throw new IOException("The download was closed");
		}
		Piece next = await();
		if (next == null) {
			close();
			throw late(new TimeoutException());
		}
		if (next.bytes() == null) {
			this.end = next;
		}
		return next;
	}

	private @Nullable Piece await() {
		Duration left = this.limits.total().minusNanos(this.nanoTime.getAsLong() - this.start);
		Duration wait = (left.compareTo(this.limits.silence()) < 0) ? left : this.limits.silence();
		try {
			// What is there is taken, however late it is, unless time is over
			return left.isNegative() ? null : this.pieces.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			close();
			Thread.currentThread().interrupt();
			throw late(ex);
		}
	}

	private TransportException late(Exception cause) {
		return new TransportException(this.limits.operation(), Phase.EXCHANGING, cause);
	}

	private void count(int more) {
		this.received += more;
		if (this.received > this.limits.maxBytes()) {
			close();
			throw new UnreadableResponseException(this.limits.operation(),
					"the file is larger than " + this.limits.maxBytes() + " bytes (wechatpay.http.files.max-received)",
					200, null, null);
		}
	}

	private static IOException failure(Throwable failure) {
		Throwable cause = Exceptions.unwrap(failure);
		if (cause instanceof RuntimeException ex) {
			throw ex;
		}
		return (cause instanceof IOException ex) ? ex : new IOException(cause);
	}

	@Override
	public void close() {
		this.closed = true;
		this.subscriber.cancel();
		this.pieces.clear();
		// Wakes a reader; who reads on is told that it is closed
		this.pieces.add(new Piece(null, new IOException("The download was closed")));
	}

	/**
	 * How long and how large a download may be.
	 *
	 * @param operation its name
	 * @param silence how long the platform may be silent
	 * @param total how long it may take as a whole
	 * @param maxBytes how many bytes may be received
	 */
	record Limits(String operation, Duration silence, Duration total, long maxBytes) {
	}

	/** Bytes, a failure, or neither: the end. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Piece(byte @Nullable [] bytes, @Nullable Throwable failure) {
	}

	private final class Pieces extends BaseSubscriber<DataBuffer> {

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			request(AHEAD);
		}

		@Override
		protected void hookOnNext(DataBuffer buffer) {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			DownloadStream.this.pieces.add(new Piece(bytes, null));
		}

		@Override
		protected void hookOnError(Throwable failure) {
			DownloadStream.this.pieces.add(new Piece(null, failure));
		}

		@Override
		protected void hookOnComplete() {
			DownloadStream.this.pieces.add(new Piece(null, null));
		}

	}

}
