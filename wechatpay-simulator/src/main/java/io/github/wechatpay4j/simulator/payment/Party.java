package io.github.wechatpay4j.simulator.payment;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for money.
 *
 * @param mchid the merchant who calls, a service provider's {@code sp_mchid} in partner
 * mode
 * @param appid the caller's application
 * @param subMchid the merchant who is paid through a service provider
 * @param subAppid that merchant's application
 */
public record Party(String mchid, String appid, @Nullable String subMchid, @Nullable String subAppid) {

	/**
	 * The merchant who is paid, within whom numbers are unique.
	 * @return the merchant's number
	 */
	public String payee() {
		return (this.subMchid != null) ? this.subMchid : this.mchid;
	}

	/**
	 * Whether there is a service provider.
	 * @return whether there is
	 */
	public boolean isPartner() {
		return this.subMchid != null;
	}

}
