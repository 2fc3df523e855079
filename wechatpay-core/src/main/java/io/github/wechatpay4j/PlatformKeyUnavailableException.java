package io.github.wechatpay4j;

/**
 * WeChat Pay's keys, with which requests are prepared and answers verified, cannot be had
 * just now: platform certificates could not be downloaded. Nothing was sent. The cause
 * says why; many callers may share it.
 */
public final class PlatformKeyUnavailableException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param cause why the keys cannot be had
	 */
	public PlatformKeyUnavailableException(Throwable cause) {
		super("The platform certificates cannot be downloaded: " + cause.getMessage(), cause,
				(cause instanceof WechatPayException ex) ? ex.status() : 0,
				(cause instanceof WechatPayException ex) ? ex.requestId() : null, false);
	}

}
